import { Component, type ReactNode } from 'react';
import { Button } from '../components/Button.tsx';
import { Note } from '../components/notes.tsx';
import { useTexts } from '../language/texts.ts';

function Fallen({ message, again }: { readonly message: string; readonly again: () => void }) {
  const { t } = useTexts();
  return (
    <Note tone="error" actions={<Button icon="refresh" onClick={again}>{t('components.again')}</Button>}>
      <strong>{t('frame.fallen.what')}</strong>
      <span>{t('frame.fallen.safe')}</span>
      <code>{message}</code>
    </Note>
  );
}

/** A screen that falls over takes only itself down: bands, lock and the other screens stay. */
export class Boundary extends Component<{ readonly children: ReactNode }, { readonly fault: Error | undefined }> {
  override state: { readonly fault: Error | undefined } = { fault: undefined };
  static getDerivedStateFromError(fault: unknown) { return { fault: fault instanceof Error ? fault : new Error(String(fault)) }; }
  override render() {
    const { fault } = this.state;
    return fault ? <Fallen message={fault.message} again={() => this.setState({ fault: undefined })} /> : this.props.children;
  }
}
