### 页面插图与脚本的文字。

picture-part = { $what }：{ $figure }
picture-in-place = { $what } { $figure }
picture-lane-design = 设计与审批
picture-lane-purchase = 采购与电力公司
lane-after-ready = 投用之后：租户机柜
picture-halls-each = 机房 { $halls }（各）
picture-ready-on = { $date } 投用

picture-power-title = 功率随时间的变化
picture-power-miners = 矿机
picture-power-racks = 可上机柜功率
picture-power-draw = 数据机房取用功率
picture-power-supply = 可用功率
picture-power-now = { $name } { $power }
picture-power-from = { $date } 起 { $power }
picture-power-caption = 单位 MW，按可能工期。斜线：矿机；底色：机柜；两者同时运行处重叠绘制，均自零起。可上机柜功率指所在机房已可接收机柜的机柜功率，租户的上架老化测试随后进行；其取用功率含设计日的冷却与损耗。虚线：可从电网与发动机取用的功率。

picture-temperatures-title = 设计日温度链
picture-temperatures-limit = 机柜允许的最高供液温度：{ $temperature }
picture-temperatures-approach = 逼近温差 { $distance }
picture-temperatures-margin = 距限值 { $distance }
picture-temperatures-node = { $name } { $temperature }（{ $because }）
picture-temperatures-caption = 自设计日空气至机柜冷却液，单位 { $degrees }。逼近温差及距机柜限值的裕量以 { $kelvin } 计。

picture-one-line-standby_power = 发电机组
picture-one-line-on_site_power = 现场燃气发动机
picture-one-line-load_smoothing = 负荷平滑
picture-one-line-racks = 机柜
picture-one-line-core = 供网络、存储与水泵
picture-one-line-kept = 保留设备
picture-one-line-new = 新增设备
picture-one-line-spares = “+”之后：N+1 的备用台，或 2N 的 B 路
picture-one-line-halls = { $halls }（× { $figure }，各如图）
picture-one-line-units = { $needed }{ $spare ->
    [none] {""}
   *[other] {" "}+ { $spare }
} 台{ $policy ->
    [none] {""}
   *[other] （{ $policy }）
}{ $kept ->
    [none] ，新增
   *[other] { $new ->
        [none] ，保留
       *[other] ，保留 { $kept }，新增 { $new }
    }
}
picture-one-line-with = { $what }，{ $figure }
picture-one-line-caption = 设备最多画八台，更多时以三台代表全部。导线旁的数字为设计日负荷，以及其上一级全部设备的负载率。

picture-gantt-chain = 决定 { $halls } 投用日期的工序
picture-gantt-all = 全部工作：{ $place }，{ $tasks }
picture-gantt-drives = 决定日期
picture-gantt-has-float = 有浮时
picture-gantt-float = 浮时
picture-gantt-order = 最晚下单日
picture-gantt-ready = 投用
picture-gantt-today = 方案基准日 { $date }
picture-gantt-ready-on = { $date } 投用
picture-gantt-stops-on = { $date } 矿机停机
picture-gantt-no-float = 无浮时
picture-gantt-days-of-float = 浮时 { $days }
picture-gantt-dates = { $start } 至 { $finish }（{ $weeks }），{ $float }{ $order ->
    [none] {""}
   *[other] ，最晚 { $order } 下单
}
picture-gantt-hall-ready = { $hall } 于 { $date } 投用
picture-gantt-title = 工作与订单时间图
picture-gantt-caption = 按可能工期。斜线填充并加框：决定日期或无浮时的工作。菱形：不延误任何机房的最晚下单日。点选横条可查看其前置链。

picture-dependencies-title = 工作的先后依赖
picture-dependencies-deliveries = { $trade }：到货
picture-dependencies-tasks = { $tasks }，{ $date }起
picture-dependencies-from = { $date } 起
picture-dependencies-inside = { $place } 的工序：{ $figure } 项
picture-dependencies-listing = 各工序在其处所等待的工作（未注明机房者各机房相同）
picture-dependencies-line = { $what }{ $before ->
    [none] {""}
   *[other] （等待 { $before }）
}
picture-dependencies-waits = { $what } 等待 { $before }
picture-dependencies-caption = 方框位于其所等待的工作之后；可由其他连线推出的连线略去，互相等待的专业只画连线较多的方向。粗线：决定机房投用日期的链。日期：首项工作的开始日。下方为各处工序的同类图。工作相同的机房只画一次。

picture-capex-title = 各系统资本支出与利旧节省
picture-capex-saved = 不在资本支出内：以新设备取代保留设备的费用
picture-capex-kept = { $service }，保留 { $units }
picture-capex-amount-saved = 节省 { $amount }
picture-capex-unknown = 未计入，因没有仅用新设备且有价格的方式：{ $names }。
picture-capex-caption = 可能造价；细线为各部分低值至高值。斜线填充：利旧节省的费用，即方案备选中仅用新设备的最低费用减去选定方式的费用。

picture-spending-title = 直接费的承付与付款
picture-spending-committed = 已承付
picture-spending-paid = 已付款
picture-spending-latest = 最晚承付
picture-spending-by = 至 { $date } { $amount }
picture-spending-undated = 无下单日期、不在任何曲线中：{ $amount }。
picture-spending-caption = 材料清单按可能价格累计，不含间接费用。已承付：订单按计划下单日，承包商对设备的安装按开工日。已付款：按此处所述条件。点线：同样的承付，各按不延误任何机房的最晚日期。

script-filter = 筛选行
script-rows = 共 { $all } 行，显示 { $shown } 行
script-close = 关闭
script-dates = { $place }：{ $start } 至 { $finish }
script-float = 浮时 { $days }
script-no-float = 无浮时：此处晚一天，投用即晚一天
script-chain = 前置链，最晚者在前
script-start = 没有前置工作决定其日期：它随项目开始、按自身日期，或作为订单按其保留的浮时开始。
script-step = { $task }（{ $dates }）

picture-frontier-title = 按最后一个机房就绪日期的最低资本支出：{ $name }
picture-frontier-point = { $number }：{ $amount }，{ $date }
picture-frontier-open-point = { $number }：{ $amount }，{ $date }，未证明
picture-frontier-caption = 资本支出按可能价格，含间接费用；纵轴不从零开始。实心：已证明在同样日期没有更便宜的方案。
