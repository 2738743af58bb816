### 网络。

network-title = 网络
network-no-route = 未采用任何路由。
network-taken = 采用：{ $routes }。最长往返时延（至 { $end }）为 { $trip }，占限值的 { $share }。
network-reach = 在路由系数 { $factor } 下，{ $limit } 的限值可达直线距离 { $reach }。
network-no-reserve = 没有备用路由：所列 { $listed } 条中可采用 { $admissible } 条，需要 { $asked } 条。
network-unnamed-segments = { $routes } 的路段未命名，无从证明其独立性。
network-unnamed-entrances = { $routes } 的入口未命名：须核实各自经独立路径进入园区，并以 `entrance` 命名。
network-one-end = { $routes } 终止于同一接入点，该点即成为单点故障。
network-guessed = { $routes } 的长度并非来自路由研究。
network-route-note = { $route }（{ $note }）
network-near-limit = 绕行将使 { $routes } 的往返时延超限。
network-route-share = { $route }（占限值 { $share }）
network-beyond-multimode = 多模光纤（{ $reach }）即使自机房中部（{ $middle }）也不能到达所有机柜：应按 { $medium } 计
network-several-places = 分设多处的网络机柜
network-multimode-from-middle = 多模光纤（{ $reach }）仅在网络机柜位于机房中部时（{ $middle }）可到达所有机柜，自角部为 { $corner }
network-unlocated = 未给出 { $halls } 的位置，各机房能否组成一个集群未知：须勘查其间的线缆路径，并给出 `x_m` 与 `y_m`。
network-apart = 各机房分为 { $clusters } 个集群：相距超过链路的 { $reach }。
network-too-many = 若 { $halls } 组成一个集群，其 { $accelerators } 个加速器多于各机房布线可连接的 { $joined } 个：需三级交换，链路由 { $two } 条增至 { $three } 条。

network-col-route = 路由
network-col-to = 至
network-col-origin = 长度来源
network-col-amplifiers = 放大器
network-col-fiber-delay = 光纤，{ $unit }
network-col-amplifier-delay = 放大器，{ $unit }
network-col-terminal-delay = 终端，{ $unit }
network-col-trip = 往返时延，{ $unit }
network-col-share = 占限值
network-col-fiber = 光纤
network-col-strands = 纤芯，需要 / 提供
network-strands = { $wanted } / { $offered }
network-as-built = 按自建
network-col-leased = 租用（IRU），{ $unit }
network-col-built = 新建，{ $unit }
network-col-railroads = 铁路
network-col-entrance = 入口
network-not-named = 未命名
network-col-diversity = 路由对
network-col-segments = 共用路段
network-col-entrances = 入口
network-col-ends = 接入点
network-col-crossed = 穿越铁路
network-none-shared = 已命名 { $named } 段，无共用
network-entrances-differ = 已命名且不同
network-entrances-unnamed = 未命名：有待勘查
network-different = 不同
network-the-same = 相同
network-unlit = 目标文件未给出容量：每条路由按一对光纤的终端计，波长由租户负责。
network-lit = 每条路由均按全部 { $asked } 开通：{ $pairs }上 { $wavelengths }，每波 { $each }，共 { $all }。
network-rooms = 运营商在 { $rooms }交接。
network-builds = 自建与同一路径租用的比较，按目录价格，未计地区指数与年维护费。提供租用时，低于盈亏平衡芯数则租用较便宜：
network-col-method = 敷设方式
network-col-build = 自建
network-col-lease = 租用 { $strands } 芯
network-col-break-even = 盈亏平衡，芯

network-cluster-unknown = 各机房是否为一个集群未知。
network-one-cluster = 一个集群，{ $power }{ $distance ->
    [none] 。
   *[other] ：{ $distance }。
}
network-clusters = { $count } 个集群，{ $each }{ $distance ->
    [none] 。
   *[other] ：{ $distance }。
}
network-cluster-of = { $power }（{ $halls }）
network-distance = 相距最远的 { $halls } 端到端为 { $distance }，链路可达 { $reach }
network-cable = 自最远机柜至本机房网络机柜的线缆长度，含两处 { $drop } 垂降与 10% 余长：
network-col-middle = 至机柜区中部，{ $unit }
network-col-corner = 至角部，{ $unit }
network-col-medium = 可达的最便宜介质
network-no-medium = 无
network-col-accelerators = 加速器
network-col-two-tiers = 横向扩展链路，两级
network-col-three-tiers = 三级
