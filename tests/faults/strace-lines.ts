/** What a program did to files, read from the lines that strace wrote (`-f -y -xx`). */
export interface Call {
  readonly name: string;
  /** As written, in order; a struct or an array is one argument. */
  readonly args: readonly string[];
  /** The value answered; negative for an error. */
  readonly result: number;
  /** Path behind the descriptor answered, where it is one. */
  readonly resultPath: string | undefined;
}

/** Calls in the order in which they ended. A call that another thread interrupted in the listing is put together again. */
export function* callsOf(text: string): Generator<Call> {
  const open = new Map<string, string>();
  for (const line of text.split('\n')) {
    const [, pid = '', rest = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? [];
    if (rest === '' || rest.startsWith('+++') || rest.startsWith('---')) continue;
    if (rest.endsWith('<unfinished ...>')) {
      open.set(pid, rest.slice(0, -'<unfinished ...>'.length));
      continue;
    }
    const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(rest);
    const whole = resumed === null ? rest : `${open.get(pid) ?? ''}${resumed[1] ?? ''}`;
    if (resumed !== null) open.delete(pid);
    const call = callOf(whole);
    if (call !== undefined) yield call;
  }
}

function callOf(line: string): Call | undefined {
  const [, name, inside, answer] = /^(\w+)\((.*)\)\s+= (.*)$/s.exec(line) ?? [];
  if (name === undefined || inside === undefined || answer === undefined) return undefined;
  return { name, args: argumentsOf(inside), result: Number.parseInt(answer, 10), resultPath: pathOf(answer) };
}

/** Splits at the commas that stand in no string, bracket or path. Strings are hex escapes only, so a quote is a quote. */
function argumentsOf(inside: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let quoted = false;
  let from = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const letter = inside[at];
    if (letter === '"') {
      // A string is one long run of escapes: on to its end.
      at = quoted ? at : inside.indexOf('"', at + 1) - 1;
      quoted = !quoted;
    } else if (letter === '[' || letter === '{' || letter === '<') depth += 1;
    else if (letter === ']' || letter === '}' || letter === '>') depth -= 1;
    else if (letter === ',' && depth === 0) {
      found.push(inside.slice(from, at).trim());
      from = at + 1;
    }
  }
  found.push(inside.slice(from).trim());
  return found;
}

/** Bytes of a string argument. */
export function bytesOf(argument: string): Buffer {
  const from = argument.indexOf('"');
  return Buffer.from(argument.slice(from + 1, argument.lastIndexOf('"')).replaceAll('\\x', ''), 'hex');
}

/** Text of a string argument: a path. */
export const textOf = (argument: string): string => bytesOf(argument).toString('utf8');

/** The path that strace shows behind a descriptor; undefined for what is none. */
export function pathOf(argument: string): string | undefined {
  const [, shown] = /<((?:\\x[0-9a-f]{2})+)>/.exec(argument) ?? [];
  return shown === undefined ? undefined : Buffer.from(shown.replaceAll('\\x', ''), 'hex').toString('utf8');
}

/** Buffers of a `writev`, joined. */
export const joinedBytes = (argument: string): Buffer => Buffer.concat([...argument.matchAll(/iov_base="((?:\\x[0-9a-f]{2})*)"/g)].map(([, hex = '']) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')));
