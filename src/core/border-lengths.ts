const START = 1024;

/** Lengths summed by ordered pair of areas: open addressing, pairs numbered from 0 as they first come. */
export class BorderLengths {
  size = 0;
  from = new Uint32Array(START);
  to = new Uint32Array(START);
  length = new Float64Array(START);
  private slots = new Int32Array(4 * START).fill(-1);
  private latest = -1;

  /** Adds to the pair's length; a pair that only touches is there with length 0. */
  add(from: number, to: number, length: number): void {
    let pair = this.latest;
    if (pair < 0 || this.from[pair] !== from || this.to[pair] !== to) {
      let slot = this.slotOf(from, to);
      if (this.slots[slot]! < 0) {
        if (this.size === this.from.length) {
          this.grow();
          slot = this.slotOf(from, to);
        }
        this.from[this.size] = from;
        this.to[this.size] = to;
        this.slots[slot] = this.size++;
      }
      pair = this.slots[slot]!;
      this.latest = pair;
    }
    this.length[pair]! += length;
  }

  /** The number of the pair, or -1 where it was never added. */
  find(from: number, to: number): number {
    return this.slots[this.slotOf(from, to)]!;
  }

  private slotOf(from: number, to: number): number {
    const mask = this.slots.length - 1;
    let slot = hashOf(from, to) & mask;
    for (;;) {
      const pair = this.slots[slot]!;
      if (pair < 0 || (this.from[pair] === from && this.to[pair] === to)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  private grow(): void {
    const capacity = 2 * this.from.length;
    const [from, to, length] = [this.from, this.to, this.length];
    this.from = new Uint32Array(capacity);
    this.to = new Uint32Array(capacity);
    this.length = new Float64Array(capacity);
    this.from.set(from);
    this.to.set(to);
    this.length.set(length);
    this.slots = new Int32Array(4 * capacity).fill(-1);
    for (let pair = 0; pair < this.size; pair++) this.slots[this.slotOf(from[pair]!, to[pair]!)] = pair;
  }
}

/** Two 32-bit whole numbers as one of 0 to 2^32 - 1, well spread in its low bits. */
export function hashOf(a: number, b: number): number {
  let mixed = Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
