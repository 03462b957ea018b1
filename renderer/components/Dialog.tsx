import { Drawer as KitDrawer, Modal } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import type { Degree } from '#app/agreement/grif.ts';
import { useTexts } from '../language/texts.ts';
import { GrifBadge } from './badges.tsx';
import { LayerContext, useLayer, type Layer } from './layer.ts';
import styles from './small.module.css';

interface LayerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: ReactNode;
  readonly children: ReactNode;
  /** The grif of what the layer shows stands in its title. */
  readonly degree?: Degree | null;
  readonly size?: 'small' | 'medium' | 'large';
}

const widths = { small: 420, medium: 640, large: 960 } as const;
const heading = (title: ReactNode, degree: Degree | null | undefined) => (degree ? <>{title} <GrifBadge degree={degree} /></> : title);

function Within({ layer, children }: { readonly layer: Layer; readonly children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const { around } = layer;
  useEffect(() => {
    around(box.current);
    return () => around(null);
  }, [around]);
  return <LayerContext value={layer}><div className={styles['within']} ref={box}>{children}</div></LayerContext>;
}

/** A layer over the screen; Esc closes this one layer only, and asks where something typed would be lost. Focus comes back to where it was. */
export function Dialog({ open, onClose, title, children, degree, size = 'medium' }: LayerProps) {
  const { t } = useTexts();
  const layer = useLayer(open, onClose);
  return (
    <Modal opened={open} onClose={layer.close} returnFocus={false} closeOnEscape={false} title={heading(title, degree)} size={widths[size]} closeButtonProps={{ 'aria-label': t('components.close') }}>
      <Within layer={layer}>{children}</Within>
    </Modal>
  );
}

export function Drawer({ open, onClose, title, children, degree, size = 'medium' }: LayerProps) {
  const { t } = useTexts();
  const layer = useLayer(open, onClose);
  return (
    <KitDrawer opened={open} onClose={layer.close} returnFocus={false} closeOnEscape={false} title={heading(title, degree)} size={widths[size]} position="right" closeButtonProps={{ 'aria-label': t('components.close') }}>
      <Within layer={layer}>{children}</Within>
    </KitDrawer>
  );
}
