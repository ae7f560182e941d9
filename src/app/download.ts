/** Hands a text or an image to the reader as a file. */
export function download(name: string, content: string | Blob, type = 'text/csv;charset=utf-8'): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser reads the address after this turn; a minute is plenty for the largest list.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
