import { expect, it } from 'vitest';
import { features } from '#app/similarity/features.ts';
import { fold } from '#app/similarity/fold.ts';
import { indexed } from '#main/vault/matching.ts';
import { generateMaterials } from '../bench/generate.ts';
import { rememberedFold, rememberedTokens } from '../bench/million/remembered.ts';

it('makes of a text that shares most with others exactly what the program makes of it', () => {
  const names = new Map<string, number>();
  const blind = (key: string): number => names.get(key) ?? names.set(key, names.size).size - 1;
  const [foldOf, tokensOf] = [rememberedFold(), rememberedTokens(blind)];
  for (const { text, senderNumber } of generateMaterials({ count: 600, seed: 3, bodies: 30, texts: 8 })) {
    expect(foldOf(text)).toBe(fold(text));
    expect([...tokensOf(text, senderNumber)].toSorted()).toEqual([...new Set(indexed(features(text), senderNumber).map(({ key }) => blind(key)))].toSorted());
  }
});
