/**
 * The one home of key bytes. V8 keeps typed arrays of up to 64 bytes on its own heap and copies them about when it collects, and Node cuts
 * small buffers out of a pool that is shared: what was copied so is out of reach and cannot be wiped. So each secret lies in memory of its
 * own, outside that heap, which stays where it is until it is wiped; and what a vault has in use is kept in one cabinet, so that
 * the lock wipes all of it without knowing who holds what.
 */
export type Secret = Uint8Array<ArrayBuffer>;

/** Zeros, to be filled. */
export const secretBytes = (length: number): Secret => new Uint8Array(new ArrayBuffer(length));

export function secretCopy(bytes: Uint8Array): Secret {
  const copy = secretBytes(bytes.length);
  copy.set(bytes);
  return copy;
}

/** The bytes in a place of their own; where they lay before is wiped. */
export function secretMoved(bytes: Uint8Array): Secret {
  const moved = secretCopy(bytes);
  bytes.fill(0);
  return moved;
}

/** A text that is a secret, in UTF-8. The string itself cannot be wiped: it is let go. */
export function secretText(text: string): Secret {
  // As much as it could take; a view of what it did take shares its memory and is wiped with it.
  const room = secretBytes(text.length * 3);
  return room.subarray(0, new TextEncoder().encodeInto(text, room).written);
}

/** What is in use of an open vault. */
export class Cabinet {
  readonly #kept = new Set<Secret>();

  keep(secret: Secret): Secret {
    this.#kept.add(secret);
    return secret;
  }

  /** Wipes what is not needed any more. */
  erase(...secrets: readonly Uint8Array[]): void {
    for (const secret of secrets) {
      secret.fill(0);
      this.#kept.delete(secret as Secret);
    }
  }

  eraseAll(): void {
    this.erase(...this.#kept);
  }

  /** How many are in use: grows only where somebody forgets to erase. */
  get size(): number {
    return this.#kept.size;
  }
}
