### التبريد والطاقة والمياه.

cooling-title = التبريد
principle-dry = المبردات الجافة
principle-adiabatic = المبردات الأديباتية
principle-evaporative = أبراج التبريد التبخيرية المغلقة
principle-chiller = مبردات الماء ذات التبريد الحر
cooling-no-coolant = لا تذهب حرارة إلى سائل تبريد؛ يأخذها جانب الهواء كلها.
cooling-summary = تحتاج وحدات CDU ماء المرفق بحرارة { $water } في يوم التصميم؛ وتوفره { $plants }.
cooling-limit = دون ماء المرفق يبلغ سائل التبريد حد الرف { $limit } خلال { $seconds }: مضخات الدائرتين تعمل على UPS.
cooling-col-principle = طرد الحرارة
cooling-col-air = تعمل مقابل هواء بحرارة، { $unit }
cooling-col-coldest = أبرد ماء، { $unit }
cooling-col-full = القدرة الكاملة حتى يوم بحرارة، { $unit }
cooling-col-share = من المقنن
cooling-col-warmest = مع سائل تبريد { $warmest }
cooling-col-water = الماء، { $unit }
cooling-wet-bulb = { $figure } بصيلة رطبة
cooling-chosen = اختيرت في { $halls }
cooling-too-much-water = ماء أكثر من المتاح: يمكن سحب { $water }
cooling-admissible = مقبولة؛ وكان الاختيار بالتكلفة والموعد
cooling-note = أبرد ماء هو ماء القدرة الكاملة عند أصغر فرق اقتراب في الكتالوجات؛ وتُحسب مبردات الماء حتى { $range } دون مقننها.
cooling-lever = { $plant } تبلغ قدرتها الكاملة مع سائل تبريد بحرارة { $coolant }، أي بزيادة { $raised }؛ وعند { $warmest } التي يقبلها الرف تعطي { $share } منها{ $water ->
    [none] {""}
   *[other] {" "}وتستهلك { $water } من الماء يوميًا (يمكن سحب { $available })
}{ $flow ->
    [none] {""}
   *[other] ، مع تدفق في الرفوف يساوي { $flow } ضعفًا
}.
cooling-lever-nothing = { $plant } تبلغ قدرتها الكاملة مع سائل تبريد بحرارة { $coolant }، أي بزيادة { $raised }؛ وعند { $warmest } التي يقبلها الرف لا تعطي شيئًا.
cooling-lever-none = { $plant } تبلغ قدرتها الكاملة مع سائل تبريد بحرارة { $coolant }، أي بزيادة { $raised }؛ ولا يقبل الرف سائلًا أدفأ من المخطط.

cooling-loops = دوائر { $halls }
cooling-col-coolant = سائل التبريد
cooling-col-warm = الدائرة الدافئة
cooling-col-cold = الدائرة الباردة
cooling-row-coolant = التعبئة
cooling-row-heat = الحرارة، { $unit }
cooling-row-ends = من التوريد إلى الرجوع، { $unit }
cooling-row-flow = التدفق، { $unit }
cooling-row-main = الأنبوب الرئيسي كأنبوب واحد
cooling-row-head = ضغط الضخ، { $unit }
cooling-row-pumps = المضخات بحسب التدفق والضغط، { $unit }
cooling-row-planned = المضخات كما في الخطة، { $unit }
cooling-ends = من { $low } إلى { $high }
cooling-pipe = { $pipes ->
    [none] {""}
   *[other] { $pipes } ×{" "}
}{"\u2066"}DN{ $dn }{"\u2069"}، { $velocity }
cooling-coolant = سائل التبريد عند { $supply }: { $density }، { $heat }، { $viscosity }. يأخذ الرف { $rack } عبر تفرع { $branch }. تسع الدائرة { $volume } وتتمدد { $growth } { $ends }.
cooling-cdus = وحدات CDU: تحمل { $carrying } من { $units } الحمل، كل منها { $heat } من { $heat-limit } و{ $flow } من { $flow-limit }. ويبقى منها { $head } عند التدفق المقنن مقابل { $loop-head } للدائرة{ $racks ->
    [none] {" "}دون الرفوف
   *[other] {""}
}؛ وعند ذلك الضغط تأخذ المضخات { $pumps }.
cooling-antifreeze = ، منها { $share } مانع تجمد ({ $volume })
cooling-no-antifreeze = {" "}دون مانع تجمد
cooling-freeze = ؛ سائلة حتى { $freeze } في شتاء { $winter }
cooling-fill = تسع دوائر المرفق { $volume }{ $antifreeze }{ $freeze }؛ وتتمدد { $growth } { $ends }.
cooling-buffer = خزانات التخزين العازل: { $chosen } مقابل { $needed } مطلوبة بهذه التعبئة؛ تغطي { $warm } دقيقة في الدائرة الدافئة (المطلوب { $warm-asked }) و{ $cold } في الباردة (المطلوب { $cold-asked }).
cooling-air = الهواء: { $heat } في { $flow } بارتفاع { $rise } وكثافة { $density }، بواسطة { $carrying } من { $units } وحدة. مصادر الحرارة بالكيلوواط: { $sources }.
cooling-air-source = { $name } { $heat }
cooling-dew-point = التكاثف: غرفة بحرارة { $room } ورطوبة { $humidity } نقطة نداها { $dew-point }؛ تبقى الأنابيب جافة ابتداءً من { $dry-from }، وأبردها { $coldest }.
cooling-to-settle = يجب حسمه:
cooling-wet-coolant = سائل التبريد بحرارة { $supply } قريب جدًا من نقطة ندى الغرفة: اعزل واضبط الرطوبة
cooling-wet-loop = الدائرة الباردة بحرارة { $supply } قريبة جدًا من نقطة ندى الغرفة: اعزل واضبط الرطوبة
cooling-rack-drop-unknown = هبوط الضغط في الرف غير منشور، فالضغوط تشمل الدائرة خارجه وحدها: احصل عليه من الصانع
cooling-tanks-warm = خزانات الدائرة الدافئة تغطي { $bridged } من { $asked } دقيقة
cooling-tanks-cold = خزانات الدائرة الباردة تغطي { $bridged } من { $asked } دقيقة

energy-title = الطاقة والمياه
energy-summary-day = قيمة PUE في يوم التصميم { $design }. لنتائج السنة اذكر `climate.zone` أو `climate.bins` في ملف المرفق.
energy-summary = قيمة PUE في يوم التصميم { $design } وعلى مدى سنة نموذجية { $year }؛ { $water }. عند عامل حمل { $load } تأخذ معدات تقنية المعلومات { $it } سنويًا والموقع { $site }.
energy-water = قيمة WUE هي { $wue }، أي { $water } من الماء سنويًا
energy-no-water = لا يتبخر ماء
energy-col-use = الاستعمال
energy-col-design = يوم التصميم، { $unit }
energy-col-of-it = من تقنية المعلومات
energy-col-year = متوسط السنة، { $unit }
use-racks = الرفوف
use-network = الشبكة والتخزين
use-house = أحمال المبنى
use-power_chain = فواقد سلسلة الطاقة
use-coolant_pumps = مضخات CDU
use-facility_pumps = مضخات ماء المرفق
use-air_side = مراوح جانب الهواء
use-heat_rejection = طرد حرارة الدائرة الدافئة
use-chilled_water = مبردات الماء لجانب الهواء
use-other = معدات أخرى
energy-note = تقنية المعلومات هي الرفوف مع الشبكة والتخزين (ISO/IEC 30134-2)؛ ويوم التصميم كما يُحسب في سحب الشبكة، والوحدات العاملة بسحبها المقنن.
energy-col-plant = المعدات الخارجية
energy-plant = { $principle } ({ $item })
energy-col-mean = المتوسط، { $unit }
energy-col-wet = رطب، { $unit }
energy-col-compressors = الضواغط، { $unit }
energy-col-air = الهواء الخارجي، { $unit }
energy-col-hours = الساعات
energy-col-plants = المعدات الخارجية، { $unit }
energy-hotter = في { $hours } من هذه السنة يكون الهواء فوق يوم التصميم { $design }: تُحسب المبردات بمراوح كاملة، ويكون ماؤها أدفأ.
energy-origin = السنة:{" "}
energy-model = النموذج: تقنية المعلومات بكامل القدرة في كل الساعات، وتؤخذ PUE وWUE للحمل المتوسط { $load }؛ والفواقد والمضخات وأحمال المبنى والمراوح الداخلية كما في يوم التصميم؛ ومراوح المبردات بمكعب تدفق الهواء اللازم، والوسائد رطبة فقط حين يكون الهواء الجاف أدفأ من اللازم، والأبراج رطبة طوال السنة؛ ومبردات الماء بملف التبريد الحر أولًا ثم بضواغط يتبع أداؤها الهواء من نقطة مقننها.
