// What the watched day is about, besides the scenarios: fictional, and looked for in everything that is written.
export const dayText = 'Вымышленное донесение: условный склад «Арча», груз условного вещества';
export const dayAttachment = 'вымышленная схема проезда к условному складу';
export const daySearch = 'условная искомая артель';
export const secondPhrase = 'сменённая вымышленная фраза 9';
export const scenarioPhrase = 'вымышленный сценарий дня под наблюдением 3';
