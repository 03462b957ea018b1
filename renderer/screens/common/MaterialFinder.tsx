import { useState } from 'react';
import type { MaterialFilter } from '#app/contract/materials.ts';
import type { MaterialRow } from '#app/contract/shapes/material.ts';
import { EvaluationBadge, GrifBadge } from '../../components/badges.tsx';
import { Finder, type Found } from '../../components/Finder.tsx';
import type { FieldProps } from '../../components/TextField.tsx';
import { registry } from '../../contract/client.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { showDate } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import styles from './common.module.css';

interface FoundMaterial extends Found { readonly row: MaterialRow }

const shown = 12;
const newest = { by: 'registeredAt', direction: 'descending' } as const;

async function page(filter: MaterialFilter): Promise<readonly MaterialRow[]> {
  const answer = await registry.materials.page({ filter, sort: newest, cursor: null, limit: shown });
  return answer.ok ? answer.value.rows : [];
}

/** By a number, the Centre's or the sender's, or by words of the text: the first of these that finds something. */
async function materialsLike(typed: string): Promise<readonly MaterialRow[]> {
  const byNumber = /\d/.test(typed) ? [{ number: typed }] : [];
  for (const filter of [...byNumber, { text: typed }]) {
    const rows = await page(filter);
    if (rows.length > 0) return rows;
  }
  return [];
}

function Line({ row }: { readonly row: MaterialRow }) {
  const { t } = useTexts();
  return (
    <span className={styles['foundLine']}>
      <strong>{row.regNo}</strong><GrifBadge degree={row.degree} /><EvaluationBadge code={row.evaluation} />
      <span className={styles['dim']}>{t('release.materials.from', { body: row.originator, number: row.senderNumber, date: showDate(row.senderDate) })}</span>
      <span className={styles['cut']}>{row.summary === '' ? row.excerpt : row.summary}</span>
    </span>
  );
}

/** Finds a material by its numbers or its words; what is found counts for the grif of the screen while it is shown. */
export function MaterialFinder({ onTake, without, ...field }: FieldProps & { readonly onTake: (row: MaterialRow) => void; readonly without: readonly string[] }) {
  const [degrees, setDegrees] = useState<readonly MaterialRow['degree'][]>([]);
  useScreenGrif(...degrees);
  const look = async (typed: string): Promise<readonly FoundMaterial[]> => {
    const rows = (await materialsLike(typed)).filter((row) => !without.includes(row.id));
    setDegrees(rows.map((row) => row.degree));
    return rows.map((row) => ({ id: row.id, row, label: <Line row={row} /> }));
  };
  return <Finder<FoundMaterial> {...field} look={look} onTake={({ row }) => { setDegrees([]); onTake(row); }} />;
}
