import { justifyRequest, recordRequest } from './requests.ts';
import { registerPackage } from './register.ts';

export const incomingActs = { 'incoming.register': registerPackage, 'requests.record': recordRequest, 'requests.justify': justifyRequest };
