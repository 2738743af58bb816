### 冷却、能源与用水。

cooling-title = 冷却
principle-dry = 干冷器
principle-adiabatic = 绝热冷却器
principle-evaporative = 闭式冷却塔
principle-chiller = 自然冷却冷水机组
cooling-no-coolant = 没有热量进入冷却液，全部由风侧带走。
cooling-summary = 设计日 CDU 需要 { $water } 的设施水，由{ $plants }提供。
cooling-limit = 失去设施水后，冷却液在 { $seconds }内达到机柜限值 { $limit }：两个回路的水泵均由 UPS 供电。
cooling-col-principle = 散热方式
cooling-col-air = 对应空气温度，{ $unit }
cooling-col-coldest = 最低出水温度，{ $unit }
cooling-col-full = 可满额运行的室外温度上限，{ $unit }
cooling-col-share = 占额定
cooling-col-warmest = 供液 { $warmest } 时
cooling-col-water = 用水，{ $unit }
cooling-wet-bulb = { $figure }（湿球）
cooling-chosen = 用于 { $halls }
cooling-too-much-water = 用水过多：可取用 { $water }
cooling-admissible = 可用；按造价与日期作出选择
cooling-note = 最低出水温度为满额运行且采用目录中最小逼近温差时的温度；冷水机组按至多低于其额定水温 { $range } 计。
cooling-lever = { $plant }在供液温度 { $coolant }（提高 { $raised }）时可满额运行；在机柜允许的 { $warmest } 时可达额定的 { $share }{ $water ->
    [none] {""}
   *[other] ，每天用水 { $water }（可取用 { $available }）
}{ $flow ->
    [none] {""}
   *[other] ，机柜流量为 { $flow } 倍
}。
cooling-lever-nothing = { $plant }在供液温度 { $coolant }（提高 { $raised }）时可满额运行；在机柜允许的 { $warmest } 时不起作用。
cooling-lever-none = { $plant }在供液温度 { $coolant }（提高 { $raised }）时可满额运行；机柜不接受高于计划的供液温度。

cooling-loops = { $halls } 的回路
cooling-col-coolant = 冷却液回路
cooling-col-warm = 温水回路
cooling-col-cold = 冷水回路
cooling-row-coolant = 充注介质
cooling-row-heat = 热量，{ $unit }
cooling-row-ends = 供回水温度，{ $unit }
cooling-row-flow = 流量，{ $unit }
cooling-row-main = 主管（按单管）
cooling-row-head = 扬程，{ $unit }
cooling-row-pumps = 水泵功率（按流量与扬程），{ $unit }
cooling-row-planned = 水泵功率（方案），{ $unit }
cooling-ends = { $low } 至 { $high }
cooling-pipe = { $pipes ->
    [none] {""}
   *[other] { $pipes } ×{" "}
}DN{ $dn }，{ $velocity }
cooling-coolant = 冷却液在 { $supply } 时：{ $density }、{ $heat }、{ $viscosity }。每个机柜流量 { $rack }，支管 { $branch }。回路容积 { $volume }，自 { $ends } 膨胀 { $growth }。
cooling-cdus = CDU：{ $units } 台中 { $carrying } 台承担负荷，每台 { $heat } / { $heat-limit }、{ $flow } / { $flow-limit }。额定流量下余压 { $head }，回路{ $racks ->
    [none] （不含机柜）
   *[other] {""}
}需 { $loop-head }；在该扬程下水泵功率为 { $pumps }。
cooling-antifreeze = ，其中防冻剂 { $share }（{ $volume }）
cooling-no-antifreeze = ，不含防冻剂
cooling-freeze = ；冬季 { $winter }，至 { $freeze } 不冻结
cooling-fill = 设施水回路容积 { $volume }{ $antifreeze }{ $freeze }；自 { $ends } 膨胀 { $growth }。
cooling-buffer = 缓冲罐：{ $chosen }，按此充注需 { $needed }；温水回路可维持 { $warm } 分钟（要求 { $warm-asked }），冷水回路可维持 { $cold } 分钟（要求 { $cold-asked }）。
cooling-air = 空气：{ $heat }，风量 { $flow }，温升 { $rise }，密度 { $density }，由 { $units } 台中的 { $carrying } 台承担。热量来源（kW）：{ $sources }。
cooling-air-source = { $name } { $heat }
cooling-dew-point = 结露：室内 { $room }、相对湿度 { $humidity } 时露点为 { $dew-point }；管道自 { $dry-from } 起不结露，最冷管道为 { $coldest }。
cooling-to-settle = 有待解决：
cooling-wet-coolant = { $supply } 的冷却液过于接近室内露点：须保温并控制湿度
cooling-wet-loop = { $supply } 的冷水回路过于接近室内露点：须保温并控制湿度
cooling-rack-drop-unknown = 机柜压降未公布，扬程仅含机柜外回路：须向厂家索取
cooling-tanks-warm = 温水回路的缓冲罐可维持 { $bridged } 分钟，要求 { $asked } 分钟
cooling-tanks-cold = 冷水回路的缓冲罐可维持 { $bridged } 分钟，要求 { $asked } 分钟

energy-title = 能源与用水
energy-summary-day = 设计日 PUE 为 { $design }。若需全年结果，请在设施文件中给出 `climate.zone` 或 `climate.bins`。
energy-summary = 设计日 PUE 为 { $design }，典型年为 { $year }；{ $water }。负载率 { $load } 时，IT 设备年用电 { $it }，全场 { $site }。
energy-water = WUE 为 { $wue }，年用水 { $water }
energy-no-water = 不蒸发用水
energy-col-use = 用途
energy-col-design = 设计日，{ $unit }
energy-col-of-it = 占 IT
energy-col-year = 年平均，{ $unit }
use-racks = 机柜
use-network = 网络与存储
use-house = 辅助用电
use-power_chain = 供配电链损耗
use-coolant_pumps = CDU 水泵
use-facility_pumps = 设施水水泵
use-air_side = 风侧风机
use-heat_rejection = 温水回路散热
use-chilled_water = 风侧冷水机组
use-other = 其他设备
energy-note = IT 为机柜及网络与存储（ISO/IEC 30134-2）；设计日与电网受电的计算一致，运行设备按额定功率计。
energy-col-plant = 室外设备
energy-plant = { $principle }（{ $item }）
energy-col-mean = 平均，{ $unit }
energy-col-wet = 湿工况，{ $unit }
energy-col-compressors = 压缩机，{ $unit }
energy-col-air = 室外空气，{ $unit }
energy-col-hours = 小时数
energy-col-plants = 室外设备，{ $unit }
energy-hotter = 该年有 { $hours }气温高于设计日的 { $design }：此时冷却器按风机全速计，出水温度较高。
energy-origin = 年份：
energy-model = 建模假设：IT 全年满功率，PUE 与 WUE 按平均负载率 { $load } 取值；损耗、水泵、辅助用电与室内风机同设计日；冷却器风机功率按所需风量的三次方，湿帘仅在干空气过热时喷淋，冷却塔全年湿运行；冷水机组先用自然冷却盘管，其后为压缩机，其性能自额定点随气温变化。
