import { useState } from 'react';
import { Empty } from '../../components/notes.tsx';
import { useTexts } from '../../language/texts.ts';
import type { ScreenProps } from '../index.ts';
import { formWanted } from './printJob.ts';
import { PrintJob } from './PrintJob.tsx';

/** Print preview of one form: what is shown are the very bytes that will be printed. */
export default function PrintScreen({ params }: ScreenProps) {
  const { t } = useTexts();
  const [wanted] = useState(() => formWanted(params));
  return wanted ? <PrintJob of={wanted} /> : <Empty icon="print">{t('print.nothing')}</Empty>;
}
