import type { Role } from '../part'

const CHECKERS: readonly Role[] = ['AUDITOR', 'AUDIT_ADMIN']

// As platform-access.txt has it: who sees a page here is who may ask for what is on it.
export const EVENT_READERS: readonly Role[] = ['AUDITOR', 'SYSTEM_ADMIN']
export const SUBJECT_READERS: readonly Role[] = ['AUDITOR', 'COUNTY_OFFICER']
export const EVIDENCE_READERS: readonly Role[] = [...CHECKERS, 'COUNTY_LEADER']
export const SEALERS: readonly Role[] = CHECKERS
export const READING_READERS: readonly Role[] = [...CHECKERS, 'SECURITY_ADMIN']
export const FLAG_READERS: readonly Role[] = ['TOWN_OFFICE', 'COUNTY_OFFICER', 'COUNTY_LEADER', ...CHECKERS]
export const FLAG_REVIEWERS: readonly Role[] = CHECKERS
export const ERASURE_READERS: readonly Role[] = [
    'COUNTY_OFFICER',
    'COUNTY_LEADER',
    'SECURITY_ADMIN',
    ...CHECKERS,
]
export const ERASURE_DECIDERS: readonly Role[] = ['COUNTY_LEADER', 'SECURITY_ADMIN']

/** Offices whose entries may be flagged, and who may say why. */
export const ENTERERS: readonly Role[] = [
    'GROUP_LEADER',
    'VILLAGE_COMMITTEE',
    'FIRST_SECRETARY',
    'TEAM_MEMBER',
    'TOWN_OFFICE',
    'TOWN_PARTY_SECRETARY',
    'TEAM_LEADER',
    'COUNTY_OFFICER',
    'COUNTY_LEADER',
    'DEPARTMENT_OFFICER',
    'HR_BUREAU',
    'FINANCE_BUREAU',
    'BANK_OFFICER',
    'PAIRING_HQ',
    'SYSTEM_ADMIN',
    'SECURITY_ADMIN',
    'AUDIT_ADMIN',
]

export const holds = (roles: readonly Role[], role: Role | null | undefined): boolean =>
    role ? roles.includes(role) : false

/** A page of this part and who reads it. */
export interface Section {
    to: string
    title: string
    roles: readonly Role[]
}

export const SECTIONS: readonly Section[] = [
    { to: '/audit/events', title: 'audit.events', roles: EVENT_READERS },
    { to: '/audit/subjects', title: 'audit.subjects', roles: SUBJECT_READERS },
    { to: '/audit/evidence', title: 'audit.evidence', roles: EVIDENCE_READERS },
    { to: '/audit/flags', title: 'audit.flags', roles: FLAG_READERS },
    { to: '/audit/lateness', title: 'audit.lateness', roles: FLAG_READERS },
    { to: '/audit/readings', title: 'audit.readings', roles: READING_READERS },
    { to: '/audit/erasures', title: 'audit.erasures', roles: ERASURE_READERS },
    { to: '/audit/mine', title: 'audit.mine', roles: ENTERERS },
]

export const sectionsFor = (role: Role | null | undefined): Section[] =>
    SECTIONS.filter((section) => holds(section.roles, role))
