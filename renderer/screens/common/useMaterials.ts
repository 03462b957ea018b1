import { useEffect, useState } from 'react';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import type { Refusal } from '#app/contract/refusals.ts';
import { registry } from '../../contract/client.ts';
import { onLocked } from '../../contract/events.ts';

export interface Materials {
  readonly rows: ReadonlyMap<string, MaterialRow>;
  readonly know: (row: MaterialRow) => void;
  /** Why one of them could not be shown. */
  readonly refusals: readonly Refusal[];
}

/** Rows of materials named by id alone (from another screen or a draft): those not known yet are asked for, one card each. */
export function useMaterials(ids: readonly string[]): Materials {
  const [rows, setRows] = useState<ReadonlyMap<string, MaterialRow>>(new Map());
  const [refusals, setRefusals] = useState<readonly Refusal[]>([]);
  const know = (row: MaterialRow) => setRows((before) => new Map(before).set(row.id, row));
  const missing = ids.filter((id) => !rows.has(id)).join(' ');
  useEffect(() => {
    if (missing === '') return undefined;
    let wanted = true;
    void Promise.all(missing.split(' ').map(async (materialId) => {
      const card = await registry.materials.card({ materialId }).catch(() => undefined);
      if (!wanted || !card) return;
      if (card.ok) setRows((before) => new Map(before).set(materialId, card.value.row));
      else setRefusals(card.refusals);
    }));
    return () => { wanted = false; };
  }, [missing]);
  useEffect(() => onLocked(() => setRows(new Map())), []);
  return { rows, know, refusals };
}

export const idsIn = (text: string | undefined): readonly string[] => (text ?? '').split(',').filter((id) => /^[a-z0-9]{20}$/.test(id));
