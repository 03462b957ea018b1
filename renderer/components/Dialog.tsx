import { Drawer as KitDrawer, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Degree } from '#app/agreement/grif.ts';
import { useTexts } from '../language/texts.ts';
import { GrifBadge } from './badges.tsx';

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

/** A layer over the screen; Esc closes this one layer only, focus comes back to where it was. */
export function Dialog({ open, onClose, title, children, degree, size = 'medium' }: LayerProps) {
  const { t } = useTexts();
  return (
    <Modal opened={open} onClose={onClose} title={heading(title, degree)} size={widths[size]} closeButtonProps={{ 'aria-label': t('components.close') }}>
      {children}
    </Modal>
  );
}

export function Drawer({ open, onClose, title, children, degree, size = 'medium' }: LayerProps) {
  const { t } = useTexts();
  return (
    <KitDrawer opened={open} onClose={onClose} title={heading(title, degree)} size={widths[size]} position="right" closeButtonProps={{ 'aria-label': t('components.close') }}>
      {children}
    </KitDrawer>
  );
}
