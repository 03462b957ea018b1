import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { bridge } from '../contract/bridge.ts';
import { showSize } from '../language/dates.ts';
import { useTexts } from '../language/texts.ts';
import { Button, IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import styles from './fields.module.css';

/** A file the officer chose: main finds it by its token. Its bytes are never read here. */
export interface ChosenFile { readonly token: string; readonly name: string; readonly size: number }

export interface ListedFile { readonly key: string; readonly name: string; readonly size: number; readonly more?: ReactNode }

const largest = 2 * 1024 ** 3;

/** Files chosen or dropped. `files` is what the form holds already; `onAdd` gets the new ones. */
export function FileDrop({ label, files, onAdd, onRemove, maxSize = largest, disabled = false }: {
  readonly label: string; readonly files: readonly ListedFile[]; readonly onAdd: (files: readonly ChosenFile[]) => void;
  readonly onRemove: (key: string) => void; readonly maxSize?: number; readonly disabled?: boolean;
}) {
  const { t, language } = useTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [problems, setProblems] = useState<readonly string[]>([]);

  const take = (list: FileList | null) => {
    const own = bridge();
    if (!list || !own || disabled) return;
    const chosen: ChosenFile[] = [];
    const refused: string[] = [];
    for (const file of list) {
      if (file.size === 0) refused.push(t('components.file.empty', { name: file.name }));
      else if (file.size > maxSize) refused.push(t('components.file.tooLarge', { name: file.name, max: showSize(maxSize, language) }));
      else chosen.push({ token: own.fileToken(file), name: file.name, size: file.size });
    }
    setProblems(refused);
    if (chosen.length > 0) onAdd(chosen);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- dropping is the pointer's way; the button is the keyboard's
    <section className={styles['drop']} aria-label={label} data-over={over || undefined}
      onDragOver={(event) => { event.preventDefault(); setOver(!disabled); }} onDragLeave={() => setOver(false)} onDrop={drop}>
      <div className={styles['dropLine']}>
        <Button icon="file" disabled={disabled} onClick={() => input.current?.click()}>{t('components.file.choose')}</Button>
        <span>{t('components.file.drop')}</span>
        <input ref={input} type="file" multiple className={styles['hidden']} tabIndex={-1} aria-label={label}
          onChange={(event) => { take(event.currentTarget.files); event.currentTarget.value = ''; }} />
      </div>
      {problems.length > 0 && <div role="alert" className={styles['problem']}>{problems.map((each) => <div key={each}>{each}</div>)}</div>}
      {files.length > 0 && (
        <ul className={styles['files']}>
          {files.map((file) => (
            <li key={file.key} className={styles['file']}>
              <Icon name="file" /><span className={styles['fileName']}>{file.name}</span>{file.more}
              <span className={styles['fileSize']}>{showSize(file.size, language)}</span>
              <IconButton icon="remove" label={t('components.file.remove', { name: file.name })} onClick={() => onRemove(file.key)} disabled={disabled} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
