### 缺口、温度链、资产、订单、选型、进度、造价、范围、风险、材料清单。

gap-title = 缺口
gap-what = 各处的需求、现有资产在冗余策略下经降额后能提供的能力，以及缺少的部分。
gap-col-needed = 需求
gap-col-assets = 现有资产
gap-col-gap = 缺口

chain-title = 温度链
chain-col-at = 位置
chain-col-because = 依据

assets-title = 资产利旧台账
assets-col-asset = 资产
assets-col-decision = 决定
assets-col-usable = 单台可用
assets-col-reason = 原因
assets-what = { $count } × { $kind } { $rating }
assets-reused = 利旧：{ $units } / { $count }
assets-moved = 迁移：{ $units } / { $count }
assets-not-needed = 不需要
assets-rejected = 不可用
assets-untouched = 不变动
asset-power_transformer = 主变压器
asset-mv_switchgear = 中压开关柜
asset-transformer = 变压器
asset-lv_switchboard = 低压配电柜
asset-ups = UPS
asset-battery = 电池
asset-generator = 发电机
asset-fuel_tank = 油罐
asset-dry_cooler = 干冷器
asset-evaporative_tower = 蒸发冷却塔
asset-exhaust_fan = 排风机
asset-immersion_tank = 浸没冷却槽
asset-mining_container = 矿机集装箱

on-order-title = 已订购设备
on-order-what = 本方案之前已订购的设备。方案采用的设备，其未付款项与安装费计入资本支出。
on-order-col-for = 用于
on-order-col-arrives = 到货
on-order-col-remaining = 未付款项
on-order-col-used = 采用
on-order-col-why = 说明
on-order-not-known = 未知
on-order-paid = 已付清
on-order-used = { $used } / { $count }

choices-title = 选型及理由
choices-col-chosen = 选定
choices-col-redundancy = 冗余
choices-col-units = 台数
choices-col-load = 负荷与承载能力
choices-col-cost = 直接费
choices-col-runner-up = 次选及未选原因
choices-all = 全部备选及其原因见 `plan.json`。
choices-load = { $required } / { $usable } { $unit }
choices-load-others = { $required } / { $usable } { $unit }，其中 { $others } 由其他设备提供
choices-new = 新增 { $units }
choices-as-it-is = 现状
choices-more = 现状，新增 { $units }
choices-kept = 保留 { $kept }
choices-kept-and-new = 保留 { $kept }，新增 { $units }
choices-partly-priced = { $cost }，另有无价格的部件
choices-none = 无其他方式
choices-ruled-out = 没有既有价格又适用的备选；{ $label }：{ $reason }
choices-cheaper = { $runner_up }。更便宜但被排除：{ $barred }
choices-other = { $facts ->
    [none] { $label }：{ $reason }
   *[other] { $label }（{ $facts }）：{ $reason }
}

schedule-title = 进度
schedule-milestones = 里程碑
schedule-drivers = 决定工期的工序
schedule-drivers-of = { $halls }：
schedule-start = 项目开始
schedule-first-order = 第一份订单的最晚日期：{ $service }
schedule-approvals = 最后一项审批取得
schedule-utility = 电力公司工程完成
schedule-delivered = 最后一批设备到场
schedule-commissioning = 调试开始
schedule-miners-stop = { $halls } 的矿机停机
schedule-ready = { $hall } 投用（{ $span }）
schedule-step = { $start } 至 { $finish }（{ $weeks }）：{ $task }{ $held ->
    [none] {""}
   *[other] ，不得早于 { $held } 开始
}
schedule-step-follows = { $step }；{ $follows }
schedule-follows-start = { $lag ->
    [none] 与上一步同时开始
   *[other] 上一步开始后 { $lag }
}
schedule-follows-end = 上一步结束后 { $lag }
schedule-ends-after-end = { $lag ->
    [none] 最早与上一步同时结束
   *[other] 最早在上一步结束后 { $lag } 结束
}
schedule-ends-after-start = { $lag ->
    [none] 最早在上一步开始时结束
   *[other] 最早在上一步开始后 { $lag } 结束
}
gantt-chain = 关键链
gantt-site = 全场
gantt-hall = 机房 { $hall }
gantt-ready = 投用
gantt-prepare = 准备
gantt-approvals = 审批
gantt-procure = 采购
gantt-commission = 调试
gantt-build = 施工
gantt-all = 全部工作

cost-title = 造价
cost-col-share = 占直接费
cost-direct = 直接费
cost-total = 合计
cost-premiums = 直接费中包含的加价：{ $premiums }。
cost-premium-delivery = 加急交货 { $amount }
cost-premium-slots = 预留产能 { $amount }
cost-premium-shifts = 两班作业 { $amount }

scope-title = 资本支出的构成
scope-what = 公开的每 MW 造价所含范围与分母各不相同。供电容量为 { $utility } MW，设计日取用功率 { $gross } MW，机柜及网络与存储 { $it } MW。最后三列为累计值除以相应容量。
scope-col-scope = 范围
scope-col-adds = 增加
scope-col-sum = 累计
scope-col-utility = 每 MW 供电容量
scope-col-gross = 每 MW 总取用
scope-col-it = 每 MW 关键 IT
scope-tenant-racks = 租户机柜另需 { $amount }，不计入资本支出。

orders-title = 长周期订单
orders-what = 供货期 { $from } 及以上的订单，最紧急者在前。晚于“最晚下单”日期，机房即会延误。
orders-col-planned = 计划下单
orders-col-need-by = 最晚到场
orders-line = { $quantity } { $unit } { $what }
orders-slot = { $what }，产能已预留
orders-overdue = 已逾期
orders-first-weeks = 前 4 周

bom-title = 材料清单
bom-lines = `bom.csv` 共 { $lines }：{ $priced } 行采用公开价格，{ $estimated } 行为估价，{ $unpriced } 行无价格。
bom-unpriced = 无价格且不计入任何合计：{ $items }。
bom-item = { $what }（{ $place }）

risks-title = 风险与假设
risks-capex = 资本支出：{ $spread }。
risks-capex-spread = { $span }（为可能值的 -{ $below }% 至 +{ $above }%）
risks-ready = 投用：{ $spread }。
risks-ready-spread = 机房 { $hall } 比 { $date } 早 { $early } 至晚 { $late }
risks-ends = 各区间的端值是全部价格或全部工期取同一端的合计，视同其同向变化。若各自独立变化，实际区间更窄。就绪日期的下限按相应提前下单、提前停止挖矿计，上限按下单和停止挖矿均不早于计划日计。
risks-warning = 警告：{ $text }
risks-col-widest = 造价区间最大的服务
risks-col-span = 低值至高值
risks-col-above = 高值超出可能值
risks-col-about = 假设对象
about-prices = 价格
about-mining = 挖矿
about-tenant = 租户
about-land = 土地
about-schedule = 进度
about-halls = 机房
about-blocks = 模块
about-fault-level = 短路水平
about-paths = 路径
about-studies = 研究
about-scope = 范围
about-re-use = 利旧
about-utility = 电力公司
about-wet-bulb = 湿球温度
about-frequency = 频率
about-hall-order = 机房顺序
about-reserved-slots = 预留产能
about-two-shifts = 两班施工
risks-col-text = 内容与原因

evidence-solver = 求解
evidence-solver-text = { $solver }。最小化目标：{ $objective }。本方案{ $proof }：直接费 { $cost }，下界 { $bound }，间隙 { $gap }。
evidence-model = 模型：{ $model }。
evidence-model-size = { $columns } 列（其中 { $binaries } 个二元变量），{ $rows } 行
evidence-sources = 来源
evidence-col-id = 编号
evidence-col-title = 标题
evidence-col-address = 地址
evidence-files = 文件
evidence-col-role = 用途
evidence-col-name = 名称
derivations-title = 推导

frontier-title = 提前投用的代价
frontier-this-plan = 本方案：{ $amount }，最后一座机房于 { $date } 就绪。
frontier-col-ready = 最后机房就绪
frontier-col-capex = 资本支出（可能值）
frontier-col-more = 比上一行多
frontier-col-earlier = 提前
frontier-col-week = 每提前一周
frontier-col-proof = 证明
frontier-proved = 已证明
frontier-not-proved = 未证明
frontier-end-earliest = 没有方案早于最后一行。
frontier-end-capped = 最后一行是最早的方案；它与上一行之间可能还有其他方案。
frontier-end-unknown = 最后一行之后的情况未知：求解器未给出答案。
frontier-steps = 步长为 { $days }：日期介于两行之间的方案未列出。

cash-title = 按季度的资金
cash-terms = 直接费，按可能价格。设备订单随单付 { $deposit }，到货付 { $delivery }，所属机房就绪时付 { $rest }；就位工程按进度付款，留 { $retainage } 至机房就绪；电力公司的工程随单付 { $advance }。所有款项在到期 { $days } 后支付。这些条件是规划用的估计，不是报价。
cash-soft = 间接费用与预备费共 { $amount }，不在表中，随工程发生。
cash-undated = 另有 { $amount } 无下单日期，也不在表中。
cash-col-quarter = 季度
cash-col-committed = 承付
cash-col-paid = 付款
cash-col-sum = 累计
spares-title = 建议备件
spares-what = 业主规范要求随此类设备交付、入库保存的备件；无公开规范处为工程估计。请供应商单独报价；价格未知，不在造价中。
spares-col-item = 所属设备
spares-col-bought = 采购数量
spares-col-part = 备件
spares-col-quantity = 建议数量
spares-col-rule = 规则
spares-quantity = { $unit ->
    [set] { $figure } 套
   *[other] { $figure }
}
spares-rule = 每 { $each } 台一件{ $has_least ->
    [yes] ，至少 { $least }
   *[no] {""}
}
