import { expect, it } from 'vitest'
import { follow, windowBefore } from './steps/visit'

it('moves the months of the sheet with the day of the visit', () => {
    const form = { income: { ...windowBefore('2026-11-29') } }
    follow(form, '2026-11-29', '2025-03-05')
    expect(form.income).toEqual({ from: '2024-03-01', to: '2025-02-28' })
})

it('leaves months that somebody has chosen', () => {
    const yearly = { from: '2024-10-01', to: '2025-09-30' }
    const form = { income: { ...yearly } }
    follow(form, '2026-11-29', '2025-11-05')
    expect(form.income).toEqual(yearly)
})
