import { expect, it } from 'vitest'
import { measured, type Alert } from './measured'

const say = (key: string, values: Record<string, unknown>) => `${key} ${Object.values(values).join(' ')}`
const alert = (given: Partial<Alert>) => ({ measured: 1_234_500, threshold: 1_000_000, ...given }) as Alert

it('tells amounts in yuan', () => {
    expect(measured(alert({ measure: 'TOTAL' }), say)).toBe('alerts.amount 12,345.00 10,000.00')
})

it('tells days and months as they are', () => {
    expect(measured(alert({ measure: 'NUMBER', measured: 95, threshold: 90 }), say)).toBe(
        'alerts.number 95 90',
    )
})

it('tells that somebody is in a file, or is not', () => {
    expect(measured(alert({ measure: 'PRESENT', measured: 1 }), say)).toBe('alerts.present 1')
    expect(measured(alert({ measure: 'ABSENT', measured: 2 }), say)).toBe('alerts.absent 2')
})
