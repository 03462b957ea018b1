export type MaterialLanguage = 'ru' | 'kk' | 'uz' | 'tg' | 'ky' | 'az' | 'tk' | 'en';

/** A fictional material with the requisites a registrar types; field names are those of the contract's draft. */
export type FictionalMaterial = {
  /** From 0; also the place of the material in the order of registration. */
  ordinal: number;
  originator: string;
  senderNumber: string;
  /** Civil dates and date-times, Almaty; receivedAt never falls and is never before senderDate. */
  senderDate: string;
  receivedAt: string;
  basis: 'oneOff' | 'standing' | 'initiative';
  carrierKind: 'paper' | 'optical' | 'flash';
  marking: string;
  degree: 'LOWER' | 'UPPER';
  /** As the sender typed it: Latin, or Cyrillic look-alike letters; '' where the sender gave none. */
  evaluationTyped: string;
  sourceKind: 'official_body' | 'law_enforcement_officer' | 'special_measure' | 'assisting_person' | 'citizen' | 'media_other';
  language: MaterialLanguage;
  personalData: boolean;
  summary: string;
  text: string;
  fictional: true;
};
