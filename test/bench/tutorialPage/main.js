import * as echarts from 'echarts'
import { io } from 'socket.io-client'
import { createApp } from 'vue'
import gridsUrl from '../../../server/district/demo/data/grids.geojson?url'
import { openMap, points } from './map.js'
import { byCategory, byHour, byLevel, byTown } from './options.js'

/** A dashboard as tutorials build it: everything in reactive arrays, and on each event every chart and source is set anew. */
const grids = await (await fetch(gridsUrl)).json()
let handled = 0
const painted = []

const page = createApp({
  template: '<div class="column"><div ref="hour"></div><div ref="category"></div><div ref="level"></div></div><div ref="map"></div><div class="column"><h1>{{ open.length }} / {{ incidents.length }}</h1><div ref="town"></div><div class="feed"><p v-for="each in newest" :key="each.entry">{{ each.time }} {{ each.type }} {{ each.subject }}</p></div></div>',
  data: () => ({ events: [], incidents: [], patrols: [] }),
  computed: {
    open() {
      return this.incidents.filter(each => each.stage !== 'closed')
    },
    newest() {
      return this.events.slice(-12).reverse()
    },
  },
  mounted() {
    this.charts = Object.fromEntries(['hour', 'category', 'level', 'town'].map(name => [name, echarts.init(this.$refs[name], 'dark')]))
    this.map = openMap(this.$refs.map, grids)
    this.map.once('idle', () => {
      const socket = io({ transports: ['websocket'] })
      socket.emit('past', (events) => {
        events.forEach(event => this.take(event))
        this.redraw()
        document.body.dataset.ready = ''
      })
      socket.on('event', (event) => {
        this.handle(event)
        afterPaint(() => painted.push(Date.now() - Number.parseInt(event.entry)))
        // A page that never rests cannot be asked.
        socket.emit('handled', ++handled, painted.splice(0))
      })
    })
  },
  methods: {
    handle(event) {
      this.take(event)
      this.redraw()
    },
    take(event) {
      this.events.push(event)
      if (event.type === 'incident.reported')
        this.incidents.push({ id: event.subject, stage: 'reported', level: 'grid', day: daysAgo(event.time), hour: new Date(event.time).getHours(), ...event.data })
      else if (event.stream === 'incident')
        this.move(event)
      else if (event.type === 'patrol.position')
        this.walk(event)
    },
    move(event) {
      const incident = this.incidents.find(each => each.id === event.subject)
      if (incident)
        Object.assign(incident, { stage: event.type.split('.')[1], level: event.data.to ?? incident.level })
    },
    walk({ subject, data }) {
      const worker = this.patrols.find(each => each.id === subject)
      if (worker)
        worker.place = data
      else
        this.patrols.push({ id: subject, town: Math.round(data.lat * 4), place: data })
    },
    redraw() {
      this.charts.hour.setOption(byHour(this.incidents))
      this.charts.category.setOption(byCategory(this.incidents))
      this.charts.level.setOption(byLevel(this.incidents))
      this.charts.town.setOption(byTown(this.patrols))
      this.map.getSource('grids').setData({ ...grids, features: grids.features.map(grid => ({ ...grid, properties: { ...grid.properties, open: this.open.filter(each => each.grid === grid.properties.code).length } })) })
      this.map.getSource('incidents').setData(points(this.open))
      this.map.getSource('patrols').setData(points(this.patrols))
    },
  },
})
page.mount('#app')

function daysAgo(time) {
  return Math.round((new Date().setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000)
}

function afterPaint(run) {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      run()
    }
    port2.postMessage(undefined)
  })
}
