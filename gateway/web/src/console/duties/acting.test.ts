import { expect, it } from 'vitest'
import { acts } from './acting'

it('lets who bears a duty report it', () => {
    expect(acts({ state: 'OPEN', bearer: 'TOWN' }, 'TOWN_OFFICE')).toEqual(['report'])
    expect(acts({ state: 'OPEN', bearer: 'WATER' }, 'DEPARTMENT_OFFICER')).toEqual(['report'])
    expect(acts({ state: 'OPEN', bearer: 'WATER' }, 'TOWN_OFFICE')).toEqual([])
    expect(acts({ state: 'OPEN', bearer: 'TOWN' }, 'AUDITOR')).toEqual([])
    expect(acts({ state: 'OPEN', bearer: 'AGRICULTURE' }, 'COUNTY_OFFICER')).toEqual([
        'report',
        'postponement',
    ])
})

it('lets the county judge what was reported, and nobody what is confirmed', () => {
    expect(acts({ state: 'REPORTED', bearer: 'TOWN' }, 'COUNTY_LEADER')).toEqual(['confirmation', 'return'])
    expect(acts({ state: 'REPORTED', bearer: 'TOWN' }, 'TOWN_OFFICE')).toEqual([])
    expect(acts({ state: 'CONFIRMED', bearer: 'TOWN' }, 'COUNTY_OFFICER')).toEqual([])
})
