import { ref, shallowRef } from 'vue'
import type { Body } from './visit'

const PLACES = 6 // decimals: about a tenth of a metre
const PATIENCE = 20_000

const rounded = (degrees: number): number => Number(degrees.toFixed(PLACES))

/** Where the device is, if it may be asked and knows. */
export function useHere() {
    const here = shallowRef<Body['place'] | null>(null)
    /** metres */
    const accuracy = ref(0)
    const failed = ref(false)

    function locate(): void {
        failed.value = false
        if (!('geolocation' in navigator)) {
            failed.value = true
            return
        }
        navigator.geolocation.getCurrentPosition(
            ({ coords }) => {
                accuracy.value = Math.round(coords.accuracy)
                here.value = { latitude: rounded(coords.latitude), longitude: rounded(coords.longitude) }
            },
            () => (failed.value = true),
            { enableHighAccuracy: true, timeout: PATIENCE },
        )
    }

    return { here, accuracy, failed, locate }
}
