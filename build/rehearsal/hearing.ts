import { z } from 'zod';
import { entryOf } from '#app/contract/index.ts';
import type { Answer, Method } from '#app/contract/index.ts';
import { refusal } from '#app/contract/refusal-shape.ts';
import type { Registry } from '#main/registry.ts';
import { patience } from './patience.ts';

export type Heard =
  | { readonly method: string; readonly ok: true; readonly value: unknown }
  | { readonly method: string; readonly ok: false; readonly refusals: readonly z.infer<typeof refusal>[] };

export interface Hearing {
  /** The registry to put behind the window: every call goes through unchanged. */
  readonly registry: Registry;
  /** Main's next answer to the window's call of `method`; rejects when main refuses it, or when none comes in time. Ask before acting. */
  answer<M extends Method>(method: M, milliseconds?: number): Promise<Answer<M>>;
  /** Main's next answer to `method`, allowed or refused. */
  either(method: Method, milliseconds?: number): Promise<Heard>;
  /** Calls that main has not answered yet. */
  open(): number;
  calls(): number;
}

const envelope = z.union([z.object({ ok: z.literal(true), value: z.unknown() }), z.object({ ok: z.literal(false), refusals: z.array(refusal) })]);

/** Listens to what main answers the window, and changes nothing: the steps learn numbers and papers from what the screens were told. */
export function hear(registry: Registry): Hearing {
  const waiting = new Set<(heard: Heard) => void>();
  let calls = 0;
  let open = 0;

  const next = (method: Method, milliseconds = patience): Promise<Heard> => {
    const said = Promise.withResolvers<Heard>();
    const late = setTimeout(() => said.reject(new Error(`the window did not ask ${method}`)), milliseconds);
    const listen = (heard: Heard) => {
      if (heard.method !== method) return;
      waiting.delete(listen);
      clearTimeout(late);
      said.resolve(heard);
    };
    waiting.add(listen);
    // A step that fails before it comes to listen must be told by its own failure.
    said.promise.catch(() => undefined);
    return said.promise;
  };

  return {
    registry: {
      ...registry,
      async call(method, json) {
        calls += 1;
        open += 1;
        const answer = await registry.call(method, json).finally(() => { open -= 1; });
        const heard: Heard = { method, ...envelope.parse(JSON.parse(answer)) };
        for (const listen of waiting) listen(heard);
        return answer;
      },
    },
    answer(method, milliseconds) {
      const answer = next(method, milliseconds).then((heard) => answerIn(method, heard));
      answer.catch(() => undefined);
      return answer;
    },
    either: next,
    open: () => open,
    calls: () => calls,
  };
}

/** The answer itself, in the shape that the contract gives it; throws the codes of a refusal. */
export function answerIn<M extends Method>(method: M, heard: Heard): Answer<M> {
  if (!heard.ok) throw new Error(`${method} was refused: ${heard.refusals.map(({ code }) => code).join(', ')}`);
  return entryOf(method)?.answer.parse(heard.value) as Answer<M>;
}
