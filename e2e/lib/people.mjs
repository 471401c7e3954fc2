// Who may see which page: the expectation that the journeys hold the program to, written by hand (docs/who-may-do-what.md is made from the code).

import { theDemo } from './demo.mjs';

/** Pages that belong to nobody in particular; a citizen's page is tried with citizens of one's own and of others. */
const RULES = ['/opsaetning', '/opsaetning/indsats', '/opsaetning/historik', '/opsaetning/historik/1', '/opsaetning/logo'];
const KEEPING = ['/opsaetning/fil', '/opsaetning/medarbejdere'];
const BOTH = [...RULES, '/noegletal', '/mine-borgere', '/vikarer', '/henvendelser', '/henvendelser/ny', '/opfoelgninger', '/tilbud', '/partnere', '/henvisninger', '/kalender', '/prognose', '/metodefidelitet', '/indstillinger'];
const FIGURED = [...RULES, '/noegletal', '/prognose', '/metodefidelitet', '/indsatsen', '/moeder'];
const EFFORT = ['/indsatsen', '/moeder', '/tidsplan', '/organisation', '/viden', '/viden/note/ny', '/viderefoerelse'];
const KEPT = ['/tidsplan/linje/ny', '/moeder/ny', '/organisation/gruppe/ny', '/viderefoerelse/overlevering/ny'];
const REPORTS = ['/rapporter', '/rapporter/kladde?rapport=tilskud&modtager=styregruppe'];
const REPORTING = ['/rapporter/aftale/ny', '/rapporter/fast/ny?periode=tolv_maaneder&fra=2015-12-01', '/rapporter/tekst/afvigelser?rapport=status&modtager=styregruppe', '/rapporter/citater/afvigelser?rapport=status&modtager=styregruppe'];
const COORDINATORS = [...BOTH, ...KEEPING, '/opsaetning/programmer', ...EFFORT, ...KEPT, ...REPORTS, ...REPORTING, '/noegletal/bag?tal=status.attached+2015-11-23&dag=23.11.2015&fra=1.12.2014&til=30.11.2015', '/bord', '/afvikling', '/maal', '/borgere', '/log', '/dokumentation', '/koersler', '/koersler/opbevaring', '/forskning'];
const PARTNERS = ['/partner', '/partner/henvis', '/partner/tilbud'];
export const PAGES = [...COORDINATORS, ...PARTNERS];

const SEES = {
  worker: [...BOTH, ...EFFORT],
  coordinator: COORDINATORS,
  consultant: [...FIGURED, ...REPORTS, ...REPORTING],
  leader: [...FIGURED, ...REPORTS, '/tidsplan', '/organisation', '/viden', '/viderefoerelse'],
  dpo: ['/log'],
  partner: PARTNERS,
  administrator: [...RULES, ...KEEPING, '/koersler'],
};

const ROLES = [
  ['worker', /relationsmedarbejder|\bworker/i],
  ['coordinator', /koordinator|coordinator/i],
  ['consultant', /konsulent|consultant/i],
  ['leader', /chef|leder|leader/i],
  ['dpo', /r(å|aa)dgiver|dpo|protection/i],
  ['partner', /partner/i],
  ['administrator', /administrator/i],
];

/** The demo's people, each with a role and the pages that are theirs. */
export function people() {
  return theDemo().people.map((person) => {
    const role = ROLES.find(([, words]) => words.test(person.role))?.[0];
    if (!role) throw new Error(`${person.name} has a role that the journeys do not know: ${person.role}`);
    return { ...person, role, sees: SEES[role] };
  });
}

/** Everybody with that role. */
export function everyone(role) {
  const found = people().filter((person) => person.role === role);
  if (found.length === 0) throw new Error(`the demo has no ${role}`);
  return found;
}
