/** What the rehearsal types. All of it is invented: bodies, numbers, names, places, events. */
export const incoming = {
  sender: 'KG-01', outerNumber: 'И-11/п', date: '231126', time: '0840', channel: 'курьер', courier: 'фельдъегерь Ф-3', sealNumbers: '11-23, 11-24',
} as const;

export const document = {
  senderNumber: '17/30', senderDate: '201126', sheets: '2', marking: 'Жашыруун', code: 'B2', language: 'кырг',
  text: 'Сыноо үлгүсү, баары ойдон чыгарылган. Шарттуу «Арчалы-2» өткөрмө пункту аркылуу 08 В 204 ХХ номерлүү жүк ташуучу унаа кайра өттү. Рулда Нурлан Ирбисов болгон.',
  /** Typed on a Russian layout, with a Cyrillic letter: it is understood, and kept as typed (Art. 15). */
  evaluation: 'В2',
  sourceKind: 'официал',
  summary: 'Повторный проезд через условный пункт «Арчалы-2»',
} as const;

/** Whose material tells of the same lorry, and who is to be told of it. */
export const interested = 'KZ-01';
export const consent = { number: '17/31', date: '221126', signatory: 'начальник (вымышленный)', carrier: 'письмо, 1 л.' } as const;
export const release = { purpose: 'проверка по условному делу', channel: 'курьер' } as const;
export const breach = { facts: 'Вымышленный случай: второй экземпляр не найден при сверке.', measures: 'помещение закрыто, опрошены сотрудники' } as const;
