import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { CanvasRenderer } from 'echarts/renderers'

// Loaded when a chart is drawn and not before. The policy of the gateway forbids styles in attributes, so
// a chart is painted on a canvas and its tooltip too.
use([BarChart, GridComponent, TooltipComponent, CanvasRenderer])

export { init }
