import { killSample } from './kill-sample.ts';

killSample(0);
