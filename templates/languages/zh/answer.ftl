### 报告抬头、结论与文末。

report-title = { $facility }：从比特币矿场到 AI 数据中心
report-made = { $place }。目标：{ $target }。编制基准日 { $date }，由 retrofit { $version } 生成。
report-client = 委托方
report-prepared-by = 编制方
report-language-note = 输入文件与目录中的名称和附注以及来源标题按记录原文列出，为英文、美元与国际单位制。报告以外的文件（进度、图与材料清单）亦同。
report-currency-note = 金额以 { $currency } 表示，汇率为 1 美元兑 { $rate } { $currency }，系为本报告给定；方案以美元计算。
report-disclaimer = 说明

answer-title = 结论
answer-none = 没有需要改造的机房。
answer-verdict = 可以实现：{ $halls }，共 { $racks }（{ $model }），IT 功率 { $power }。
answer-capex = 资本支出
answer-capex-text = { $per ->
    [none] { $capex }。
   *[other] { $capex }，{ $per }。
}
answer-up-to = { $amount }，计至“{ $scope }”
answer-per-mw = 折合机柜、网络与存储每 MW { $amount }
answer-unpriced = 未计入：材料清单中价格未知的 { $lines }。
answer-budget-high = 即使按高值也在预算 { $budget } 之内。
answer-budget-likely = 可能值在预算 { $budget } 之内；高值超出 { $excess }。
answer-budget-none = 可能值超出预算 { $budget }，超出 { $excess }。
answer-date = 日期
answer-ready-one = { $halls } 于 { $date } 投用（{ $span }）。
answer-ready-all = 全部机房于 { $date } 投用（{ $span }）。
answer-ready-last = { $halls } 最后投用，日期为 { $date }（{ $span }）。
answer-deadline-high = 即使全部工期取高值，所有机房也能在期限 { $date } 前投用。
answer-deadline-likely = 按可能工期，所有机房能在期限 { $date } 前投用；若全部工期取高值，最后一个机房将延迟 { $late }。
answer-deadline-none = 最后一个机房比期限 { $date } 晚 { $late }。
answer-driver = 决定因素：{ $what }。
answer-driver-part = { $what }（{ $size }）
answer-cost-part = { $what } { $amount }
answer-cost-parts = { $services }（分别占直接费 { $shares }）
answer-lead = { $service }的订货与交货
answer-not-before = 等待至 { $date } 方可开始 { $task }
answer-rules = 日期风险
answer-order = 顺序
answer-hall-order = 施工队按以下顺序进入各机房：{ $halls }。
answer-phases = 分期
answer-phases-text = { $phases }。
answer-phase = { $halls } 无需等待新建的{ $services }：保留的设备即可承担
answer-cost = 造价
answer-mining = 挖矿
answer-mining-text = { $margin }。该项不计入资本支出。
answer-margin = 从矿机停机到投用，损失毛利 { $lost }
answer-margin-float = 从矿机停机到投用，损失毛利 { $lost }；若按其后浮时允许的最晚日期停机，则为 { $least }
answer-proof = 证明
answer-proof-text = 本方案{ $proof }。
proof-optimal = 已证明最优（间隙 { $gap }）
proof-optimal-racks = 在此机柜数下已证明造价最低（间隙 { $gap }）；不排除各机房之间另行分配可容纳更多机柜
proof-optimal-all-racks = 在所要求的全部机柜下已证明造价最低（间隙 { $gap }）
proof-optimal-full-hall = 在此机柜数下已证明造价最低（间隙 { $gap }）；已证明再加一个机柜没有可行方案
proof-optimal-one-hall = 在此机柜数下已证明造价最低（间隙 { $gap }）；能否再加一个机柜未有定论
proof-incumbent = 已核验，未证明为最佳（间隙 { $gap }）
proof-incumbent-dates = 已核验，未证明为最佳（造价间隙 { $gap }；日期平均在最早日期的 { $weeks } 以内）
answer-racks = 机柜
answer-fit-all = 所需的 { $asked } 全部可容纳。
answer-fit = 所需的 { $asked } 中可容纳 { $racks } 个。{ $left ->
    [none] {""}
   *[other] { $left } 中不能再容纳机柜，继续用于挖矿。
}已尝试：{ $tried }。经 { $questions }，{ $shown }。
answer-fit-tried = { $name }（{ $racks }）
answer-fit-maximal = 已证明任一机房再加一个机柜都没有可行方案；机房之间的其他分配未予排除
answer-fit-maximal-hall = 已证明再加一个机柜没有可行方案
answer-fit-open = 能否再容纳一个机柜未有定论
answer-one-more = { $halls } 再加一个机柜：
answer-of-asked = { $racks } / { $asked }
answer-to-settle = 待定事项
answer-to-settle-text = 各专项研究留待设计方解决的发现（见相应章节）：{ $findings }。
answer-findings-power = 供配电 { $figure } 项
answer-findings-cooling = 冷却 { $figure } 项
answer-findings-building = 建筑 { $figure } 项
answer-findings-network = 网络 { $figure } 项
answer-findings-approvals = 审批 { $figure } 项
answer-col-it = IT 功率
answer-col-sized = 规模依据
answer-col-stop = 矿机停机
answer-col-ready = 投用
answer-col-ready-span = 投用（早至晚）
answer-orders-title = 首月须下达的订单
answer-orders-why = 晚于“最晚下单”日期，每晚一天，机房即晚一天投用；计划日期为最长供货期留有余地。
answer-orders-none = 截至 { $date } 没有到期的订单。
answer-orders-next = 最紧迫的为{ $service }：计划 { $planned }，最晚 { $date }。

col-hall = 机房
col-racks = 机柜数
col-order-by = 最晚下单
col-order = 订单
col-where = 位置
col-lead = 供货期
col-likely-amount = 可能金额
col-service = 服务
col-unit = 单位
col-date = 日期
col-what = 内容
col-low = 低值
col-likely = 可能值
col-high = 高值
not-known = 未知
col-verdict = 结论
placed = { $place }：{ $text }
not-priced = 无价格

clash = { $how-far ->
    [none] 由于{ $premises }，没有可行方案
   *[other] 由于{ $premises }，没有可行方案：{ $how-far }
}
clash-several = 须放宽其中之一，{ $shortfalls }
clash-or = ，或{" "}
clash-set-in = { $text }（{ $origins }）
clash-asks = { $count ->
    [1] { $halls } 需要 { $racks }
   *[other] { $halls } 各需要 { $racks }
}
clash-supply = { $services } 最多提供 { $available }
clash-nothing-catalog = 目录中没有可提供 { $services } 的设备
clash-nothing = 没有设备能按要求提供 { $services }
clash-blocks = { $services } 的任何可选台数都无法在低压柜之间均分
clash-fault-level = { $services } 必须能分断所在机房变压器后的短路电流
clash-taken = { $asset } 只能使用一次
clash-deadline = { $halls } 必须在 { $date } 前投用
clash-together = 没有可行方案：以下各项无法同时满足
clash-part = { $premise }：{ $short }
clash-because = 由于{ $premise }，{ $over }
clash-against-budget = { $over }。在预算之内，以下各项无法同时满足
clash-each-paid = { $over }。以下任何一项若无须完全满足，预算即已足够：{ $services }
clash-paid = { $over }。预算尤其须支付：{ $services }
clash-least-proved = 满足其余全部要求的最低造价为 { $least }（已求解），超出 { $budget } 的预算 { $short }
clash-least-found = 已找到的满足其余全部要求的最低造价方案为 { $least }（未证明为最低），超出 { $budget } 的预算 { $short }
clash-least-beside = 即使解决其他冲突，任何方案的造价也不低于 { $least }，超出 { $budget } 的预算 { $short }
clash-supply-lacking = { $services } 需要 { $needed }，将缺 { $short }
clash-blocks-lacking = { $services } 的台数将无法在低压柜之间均分
clash-supply-short = 需要 { $needed }，缺 { $short }
clash-taken-short = 还需要 { $lacking } 台 { $asset }
clash-deadline-short = { $halls } 最早也比期限晚 { $late } 投用
