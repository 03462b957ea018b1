const pad = (n: number) => String(n).padStart(2, '0');

/** The workstation's civil date and time; for the desk's own notes only, the registry's times are main's. */
export function deskNow(at: Date = new Date()): string {
  return `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}T${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`;
}
