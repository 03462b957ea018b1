import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './Icon.tsx';
import styles from './fields.module.css';

export interface TreeNode { readonly id: string; readonly label: ReactNode; readonly children?: readonly TreeNode[] }

const inSight = (nodes: readonly TreeNode[], folded: ReadonlySet<string>): readonly TreeNode[] =>
  nodes.flatMap((node) => [node, ...(folded.has(node.id) ? [] : inSight(node.children ?? [], folded))]);

/** A small tree: a material with its supplements. Arrows move and fold, Enter opens. */
export function Tree({ nodes, label, here, onOpen }: {
  readonly nodes: readonly TreeNode[]; readonly label: string; readonly here?: string; readonly onOpen?: (id: string) => void;
}) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const shown = inSight(nodes, folded);
  const [focus, setFocus] = useState(here ?? nodes[0]?.id);
  const fold = (id: string, closed: boolean) => setFolded((before) => {
    const after = new Set(before);
    if (closed) after.add(id);
    else after.delete(id);
    return after;
  });
  const key = (event: KeyboardEvent<HTMLElement>, node: TreeNode) => {
    const at = shown.findIndex((each) => each.id === node.id);
    const root = event.currentTarget.closest('[role=tree]');
    const focusOn = (next: TreeNode | undefined) => {
      if (!next) return;
      setFocus(next.id);
      root?.querySelector<HTMLElement>(`[data-node="${CSS.escape(next.id)}"]`)?.focus();
    };
    const parent = shown.find((each) => each.children?.some((child) => child.id === node.id));
    const branch = (node.children?.length ?? 0) > 0;
    const acts: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(shown[at + 1]), ArrowUp: () => focusOn(shown[at - 1]), Home: () => focusOn(shown[0]), End: () => focusOn(shown.at(-1)),
      ArrowRight: () => { if (branch && folded.has(node.id)) fold(node.id, false); else if (branch) focusOn(node.children?.[0]); },
      ArrowLeft: () => { if (branch && !folded.has(node.id)) fold(node.id, true); else focusOn(parent); },
      Enter: () => onOpen?.(node.id),
    };
    const act = event.altKey || event.ctrlKey ? undefined : acts[event.code];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  const draw = (level: readonly TreeNode[], depth: number): ReactNode => level.map((node) => {
    const branch = (node.children?.length ?? 0) > 0;
    return (
      <li key={node.id} role="none">
        <div role="treeitem" aria-level={depth} aria-selected={node.id === here} {...(branch ? { 'aria-expanded': !folded.has(node.id) } : {})}
          className={styles['node']} data-here={node.id === here || undefined} data-node={node.id} tabIndex={focus === node.id ? 0 : -1}
          onFocus={() => setFocus(node.id)} onKeyDown={(event) => key(event, node)} onDoubleClick={() => onOpen?.(node.id)}>
          <span className={styles['fold']} aria-hidden onClick={() => { if (branch) fold(node.id, !folded.has(node.id)); }}>
            {branch && <Icon name={folded.has(node.id) ? 'right' : 'down'} size={12} />}
          </span>
          {node.label}
        </div>
        {branch && !folded.has(node.id) && <ul role="none">{draw(node.children ?? [], depth + 1)}</ul>}
      </li>
    );
  });
  return <ul role="tree" aria-label={label} className={styles['tree']}>{draw(nodes, 1)}</ul>;
}
