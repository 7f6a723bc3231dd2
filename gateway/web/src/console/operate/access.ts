import type { Role } from '../part'

// As platform-access.txt and the issuer's access.txt have it.
export const CONSOLE_READERS: readonly Role[] = ['SYSTEM_ADMIN', 'AUDITOR', 'AUDIT_ADMIN']
export const CONDUCTORS: readonly Role[] = ['SYSTEM_ADMIN']
export const PARKED_READERS: readonly Role[] = ['SYSTEM_ADMIN', 'COUNTY_OFFICER', 'AUDITOR']
export const PARKED_SOLVERS: readonly Role[] = ['SYSTEM_ADMIN', 'COUNTY_OFFICER']
export const ACT_READERS: readonly Role[] = ['SYSTEM_ADMIN', 'AUDITOR']
export const ACCOUNT_READERS: readonly Role[] = ['SECURITY_ADMIN', 'AUDIT_ADMIN', 'AUDITOR']
export const ACCOUNT_OPENERS: readonly Role[] = ['SYSTEM_ADMIN']
export const ACCOUNT_LOCKERS: readonly Role[] = ['SECURITY_ADMIN']
export const GRANT_PROPOSERS: readonly Role[] = ['SECURITY_ADMIN']
export const GRANT_DECIDERS: readonly Role[] = ['AUDIT_ADMIN']
