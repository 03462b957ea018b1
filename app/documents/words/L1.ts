import { texts } from './texts.ts';

export const L1 = texts('title', 'body', 'sender', 'senderReference', 'reference', 'package', 'ourNumber', 'status', 'request');
