import { ActionIcon, Button as KitButton, Tooltip } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { Keys } from './Keys.tsx';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onClick?: () => void;
  readonly icon?: IconName;
  /** `main`: the one act a screen is there for; `danger`: cannot be taken back. */
  readonly tone?: 'main' | 'plain' | 'danger' | 'quiet';
  readonly type?: 'button' | 'submit';
  readonly disabled?: boolean;
  readonly busy?: boolean;
  /** Id of the shortcut table; shown beside the words. */
  readonly shortcut?: string;
  readonly full?: boolean;
  /** Said in place of the words where several buttons bear the same ones; it begins with them. */
  readonly label?: string;
  readonly pressed?: boolean;
  /** The one thing that is left to do: shown, it has the focus. */
  readonly takesFocus?: boolean;
}

const variants = { main: 'filled', plain: 'default', danger: 'filled', quiet: 'subtle' } as const;

export function Button({ children, onClick, icon, tone = 'plain', type = 'button', disabled = false, busy = false, shortcut, full = false, label, pressed, takesFocus = false }: ButtonProps) {
  const element = useRef<HTMLButtonElement>(null);
  useEffect(() => { if (takesFocus) element.current?.focus(); }, [takesFocus]);
  return (
    <KitButton
      ref={element} type={type} variant={variants[tone]} color={tone === 'danger' ? 'red' : 'blue'} fullWidth={full}
      disabled={disabled} loading={busy} {...(onClick ? { onClick } : {})} {...(label === undefined ? {} : { 'aria-label': label })} {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
      leftSection={icon ? <Icon name={icon} /> : undefined} rightSection={shortcut ? <Keys shortcut={shortcut} /> : undefined}
    >
      {children}
    </KitButton>
  );
}

interface IconButtonProps {
  readonly icon: IconName;
  /** Said to those who do not see the icon, and shown on hover and focus. */
  readonly label: string;
  readonly onClick?: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly shortcut?: string;
}

export function IconButton({ icon, label, onClick, disabled = false, pressed, shortcut }: IconButtonProps) {
  return (
    <Tooltip label={shortcut ? <>{label} <Keys shortcut={shortcut} /></> : label}>
      <ActionIcon aria-label={label} disabled={disabled} color="gray" {...(onClick ? { onClick } : {})}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed, variant: pressed ? 'light' : 'subtle' })}>
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
