export default {
  fix: '在巡，定位于 {age}前',
  source: '图源 {source}',
  refused: 'Mapbox 拒绝了令牌，改由 MapLibre 绘制',
  styleMissing: '本地底图样式缺失',
  tail: '尾迹：本屏所见近一小时',
} as const
