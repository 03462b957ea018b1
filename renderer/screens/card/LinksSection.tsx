import { useMemo } from 'react';
import { GrifBadge, StatusBadge } from '../../components/badges.tsx';
import { LinkButton } from '../../components/LinkButton.tsx';
import { Panel } from '../../components/layout.tsx';
import { Empty, ErrorNote, Note } from '../../components/notes.tsx';
import { RefusalList } from '../../components/RefusalList.tsx';
import { SmallTable } from '../../components/SmallTable.tsx';
import { Tree, type TreeNode } from '../../components/Tree.tsx';
import { registry } from '../../contract/client.ts';
import { useQuestion } from '../../contract/hooks.ts';
import { useScreenGrif } from '../../frame/shown.ts';
import { go } from '../../frame/router.ts';
import { showDateTime } from '../../language/dates.ts';
import { useTexts } from '../../language/texts.ts';
import type { Card } from './CardBody.tsx';
import { linkTree, type LinkNode } from './linkTree.ts';
import styles from './card.module.css';

const open = (materialId: string) => go('card', { materialId });

/** Supplements, similar materials and sources: the tree, and each decision with who took it and why (Art. 7). */
export function LinksSection({ card, named }: { readonly card: Card; readonly named: (code: string) => string }) {
  const { t, maybe } = useTexts();
  const { id } = card.row;
  const { value, refusals, fault, again } = useQuestion(registry.links.tree, { materialId: id }, ['materials']);
  useScreenGrif(...(value?.nodes ?? []).map((row) => row.degree), ...card.links.map((link) => link.other?.degree));
  const root = useMemo(() => value && linkTree(id, value.nodes, value.edges), [value, id]);
  const draw = ({ row, relation, children }: LinkNode): TreeNode => ({
    id: row.id, children: children.map(draw),
    label: (
      <span className={styles['leaf']}>
        {relation !== null && <StatusBadge>{maybe(`card.links.relation.${relation}`) ?? relation}</StatusBadge>}
        <strong>{row.regNo}</strong><GrifBadge degree={row.degree} /><span className={styles['dim']}>{named(row.originator)}</span>
        <span className={styles['ellipsis']}>{row.summary === '' ? row.excerpt : row.summary}</span>
      </span>
    ),
  });
  const hidden = card.links.filter((link) => link.other === null).length;
  return (
    <div className={styles['stack']}>
      <Panel title={t('card.links.tree')}>
        <RefusalList refusals={refusals} />
        <ErrorNote fault={fault} again={again} />
        {root && root.children.length > 0 ? <Tree nodes={[draw(root)]} label={t('card.links.tree')} here={id} onOpen={open} /> : value && <Empty icon="links">{t('card.links.none')}</Empty>}
      </Panel>
      {hidden > 0 && <Note tone="info">{t('card.links.hidden')}</Note>}
      {card.links.length > 0 && (
        <Panel title={t('card.links.decisions')}>
          <SmallTable label={t('card.links.decisions')} empty=""
            titles={[t('card.links.type'), t('card.links.other'), t('materials.column.degree'), t('card.links.decided'), t('card.links.reason')]}
            rows={card.links.map(({ id: key, type, direction, other, decidedAt, officer, reason }) => ({
              key,
              cells: [
                maybe(`card.links.reading.${type}.${direction}`) ?? maybe(`card.links.relation.${type}`) ?? type,
                other ? <LinkButton key="other" onClick={() => open(other.id)}>{other.regNo}</LinkButton> : t('card.links.noKey'),
                other && <GrifBadge degree={other.degree} />, `${showDateTime(decidedAt)} · ${officer}`, reason || '—',
              ],
            }))} />
        </Panel>
      )}
    </div>
  );
}
