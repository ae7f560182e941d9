import type { JobReply, JobRequest } from '#worker/job-message.ts';
import type { JobPort } from '#worker/job-thread.ts';

/** A worker whose answers are given by hand. */
interface HandPort<Job, Answer, Kept> {
  readonly sent: JobRequest<Job, Kept>[];
  reply: (data: JobReply<Answer>) => void;
  die: () => void;
  ended: boolean;
}

/** Opens workers, and remembers each. */
export function handPorts<Job, Answer, Kept = never>() {
  const ports: HandPort<Job, Answer, Kept>[] = [];
  const open = (): JobPort<Job, Answer, Kept> => {
    const own: HandPort<Job, Answer, Kept> = { sent: [], reply: () => {}, die: () => {}, ended: false };
    ports.push(own);
    return {
      postMessage: (message) => void own.sent.push(message),
      terminate: () => {
        own.ended = true;
      },
      addEventListener(type: 'message' | 'error', listener: (event: never) => void) {
        if (type === 'message') own.reply = (data) => listener({ data } as never);
        else own.die = () => listener({ message: 'gone' } as never);
      },
    };
  };
  return { ports, open };
}

export function jobOptions(signal = new AbortController().signal, seen: number[] = []) {
  return { signal, onProgress: (share: number) => void seen.push(share) };
}
