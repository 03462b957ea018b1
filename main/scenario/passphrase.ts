/** Of every officer of a played scenario: no secret, and strong enough for a vault that judges it like any other. */
export const scenarioPassphrase = 'вымышленный сценарий 7, лампа и чайки';
