const LENGTH = 16

/** The page where a number's holder sees how the report stands; what is behind the `#` stays in the browser. */
export const progressAddress = (tracking: string, origin: string = location.origin): string =>
    `${origin}/report/progress#${tracking}`

/** A number as people type it, in four groups; what is no number stays as it is. */
export function grouped(typed: string): string {
    const clean = typed.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1')
    return clean.length === LENGTH ? (clean.match(/.{4}/g) ?? []).join('-') : typed.trim()
}

/** Whether it can be a number at all. */
export const isTracking = (text: string): boolean =>
    /^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/.test(text)
