### 审批，以及改造期间的挖矿。

permit-zoning = 规划用途
permit-air = 大气排放
permit-stormwater = 雨水排放
permit-water = 供水
permit-building = 建筑
permit-fiber_right_of_way = 光缆路权
permit-utility_study = 供电研究
path-notice = 备案
path-review = 审查
path-hearing = 听证
trigger-grid_mw = 取用功率
trigger-standby_mw = 备用发电功率
trigger-nox_t_per_year = 潜在 NOx 排放
trigger-stored_fuel_l = 储存燃油
trigger-battery_kwh = 电池容量
trigger-disturbed_m2 = 扰动地面
trigger-water_m3_per_day = 取水量
trigger-fiber_build_km = 新建光缆
trigger-fiber_aerial_km = 新建架空光缆
trigger-railroad_crossings = 铁路穿越数
trigger-always = 任何改造
standing-applies = 适用
standing-not_enlarged = 扩容时适用
standing-unknown = 未知
standing-near = 接近

approvals-title = 审批
approvals-summary = 本地共 { $rules }，其中适用 { $figure } 条{ $others }。
approvals-if-enlarged = ；扩大接入容量时适用 { $figure } 条
approvals-not-judged = ；无法判断 { $figure } 条
approvals-near = ；接近（方案最多低 20%）{ $figure } 条
approvals-rules-title = 适用或接近适用的法规
approvals-col-standing = 状态
approvals-col-rule = 法规
approvals-col-measured = 实际值
approvals-col-from = 起点
approvals-col-asks = 要求
approvals-col-permit-path = 许可：程序
col-sourced = 来源（可信度）
sourced = { $sources } ({ $confidence })
confidence-high = 高
confidence-medium = 中
confidence-low = 低
confidence-estimate = 估计
approvals-permit-path = { $permit }：{ $path }
approvals-permit-held = { $permit }，已持有
approvals-measured = { $what } { $size }
approvals-measured-least = { $what } 至少 { $size }
approvals-measured-unknown = { $what } 未知
approvals-from-any = 任意
approvals-permits-title = 许可
approvals-col-permit = 许可
approvals-col-path = 程序
approvals-col-weeks = 周数，低 / 可能 / 高
approvals-col-held = 已持有
approvals-col-start = 开始
approvals-col-finish = 完成
approvals-col-float = 浮时，天
approvals-col-critical = 关键
approvals-path-not-given = 未给定：按所有程序计划
approvals-size-unknown = { $what } 所知不足；缺少：{ $missing }。
approvals-unchecked = { $rules } 未能核对，因为场地文件未给出 `region` 或 `utility.grid_operator`：{ $ids }。
approvals-elsewhere = 目录中没有该地区的法规：当地主管部门的要求不详，许可周数采用美国数值。两者均应由当地律师提供，写入自有目录。
approvals-path-named = 场地文件给定为{ $path }
approvals-path-none = 未给定程序
approvals-later = 机房将晚 { $weeks } 投用。
approvals-in-float = 可由浮时吸收。
approvals-harder = { $permit }：{ $rules } 要求{ $path }程序{ $likely ->
    [none] {""}
   *[other] ，可能需 { $likely }
}；{ $planned }，计划按 { $weeks } 安排。{ $effect ->
    [none] {""}
   *[other] { $effect }
}
approvals-limits-title = 施工队与季节
approvals-crew = { $trade }：同时只能在 { $halls } 施工；其后的机房须等待。
approvals-outdoors = 室外：{ $span } 停工，共 { $days }。
trade-demolition = 拆除
trade-civil = 土建
trade-building = 建筑
trade-electrical = 电气
trade-mechanical = 暖通
trade-fire = 消防
trade-controls = 自控
trade-commissioning = 调试
trade-network = 网络

mining-title = 改造期间的挖矿
mining-summary = 至最后一个机房投用为止，矿机赚取毛利 { $earned }；从停机到投用，各机房损失 { $lost }。
mining-col-from = 起始
mining-col-events = 变化
mining-col-miners = 矿机，MW
mining-col-racks = 已投用机柜，MW
mining-col-draw = 已投用机房取用，MW
mining-col-supply = 可用功率，MW
mining-col-headroom = 余量，MW
mining-gives-way = 自 { $date } 起，设计日矿机须让出 { $power }。
mining-curtailed = { $cost ->
    [none] 至最后一个机房投用为止，若每天都是设计日，矿机因功率不足须放弃 { $energy }。周价值较低的机房可以晚些投用。
   *[other] 至最后一个机房投用为止，若每天都是设计日，矿机因功率不足须放弃 { $energy }，折合毛利 { $cost }。周价值较低的机房可以晚些投用。
}
mining-after = 改造后可取用 { $supply }（含可中断功率）；数据机房在设计日取用 { $draw }，余 { $left } 可供矿机。
mining-miners-stay = 未改造的机房有矿机 { $miners }，其中 { $hashing } 可继续运行{ $worth ->
    [none] {""}
   *[other] ，按给定毛利每年 { $worth }
}。
mining-no-miners-stay = 没有机房保留矿机。
mining-park = 以 { $power } 挖矿需要建设集装箱矿场{ $worth ->
    [none] {""}
   *[other] ，按给定毛利每年 { $worth }
}。
mining-park-other = 以其余 { $power } 挖矿需要建设集装箱矿场{ $worth ->
    [none] {""}
   *[other] ，按给定毛利每年 { $worth }
}。
mining-cooler-hours = 只计设计日的余量，按全年 8,760 小时；较凉时段超出部分可作为柔性负荷挖矿，不计入任何合计。
mining-engines-before-step = 场内燃气可供 { $gas }：{ $engines } 的发动机自 { $built } 起承担负荷，比电力公司 { $step } 的扩容早 { $weeks }，其后作为补充保留。
mining-engines-after-step = 场内燃气可供 { $gas }：{ $engines } 的发动机于 { $built } 建成，不早于电力公司 { $step } 的扩容。
mining-engines-for-good = 场内燃气可供 { $gas }：{ $engines } 的发动机自 { $built } 起长期替代电网，因未采用电力公司的扩容。
mining-no-engines = 场内燃气可供 { $gas }；未购置发动机。
