### النقص وسلسلة الحرارة والأصول والطلبيات والاختيارات والجدول والتكلفة والنطاق والمخاطر وجدول الكميات.

gap-title = النقص
gap-what = ما يحتاجه كل مكان، وما توفره أصوله وفق سياسة التكرار بعد خفض القدرة، وما ينقص.
gap-col-needed = المطلوب
gap-col-assets = من الأصول
gap-col-gap = النقص

chain-title = سلسلة درجات الحرارة
chain-col-at = عند
chain-col-because = السبب

assets-title = سجل إعادة الاستخدام
assets-col-asset = الأصل
assets-col-decision = القرار
assets-col-usable = المتاح لكل وحدة
assets-col-reason = السبب
assets-what = { $count } × { $kind } { $rating }
assets-reused = يُعاد استخدامه: { $units } من { $count }
assets-moved = يُنقل: { $units } من { $count }
assets-not-needed = غير مطلوب
assets-rejected = غير صالح
assets-untouched = يبقى كما هو
asset-power_transformer = محول قدرة
asset-mv_switchgear = مفاتيح جهد متوسط
asset-transformer = محول
asset-lv_switchboard = لوحة جهد منخفض
asset-ups = وحدة UPS
asset-battery = بطارية
asset-generator = مولد
asset-fuel_tank = خزان وقود
asset-dry_cooler = مبرد جاف
asset-evaporative_tower = برج تبريد تبخيري
asset-exhaust_fan = مروحة طرد
asset-immersion_tank = حوض غمر
asset-mining_container = حاوية تعدين

on-order-title = معدات مطلوبة سلفًا
on-order-what = ما طُلب قبل هذه الخطة. وما تبقى دفعه عن الوحدات التي تستخدمها الخطة داخل في النفقات الرأسمالية مع تركيبها.
on-order-col-for = لأجل
on-order-col-arrives = الوصول
on-order-col-remaining = المتبقي للدفع
on-order-col-used = المستخدم
on-order-col-why = السبب
on-order-not-known = غير معلوم
on-order-paid = مدفوع بالكامل
on-order-used = { $used } من { $count }

choices-title = الاختيارات وأسبابها
choices-col-chosen = المختار
choices-col-redundancy = التكرار
choices-col-units = الوحدات
choices-col-load = الحمل من القدرة المتاحة
choices-col-cost = التكلفة المباشرة
choices-col-runner-up = البديل التالي وسبب تركه
choices-all = جميع البدائل مع أسبابها في `plan.json`.
choices-load = { $required } من { $usable } { $unit }
choices-load-others = { $required } من { $usable } { $unit }، منها { $others } توفرها معدات أخرى
choices-new = { $units } جديدة
choices-as-it-is = كما هو
choices-more = كما هو و{ $units } جديدة
choices-kept = { $kept } مستبقاة
choices-kept-and-new = { $kept } مستبقاة و{ $units } جديدة
choices-partly-priced = { $cost }، وأجزاء بلا سعر
choices-none = لا سبيل آخر
choices-ruled-out = لا بديل مسعر مناسب؛ { $label }: { $reason }
choices-cheaper = { $runner_up }. أرخص لكنه مستبعد: { $barred }
choices-other = { $facts ->
    [none] { $label }: { $reason }
   *[other] { $label } ({ $facts }): { $reason }
}

schedule-title = الجدول الزمني
schedule-milestones = المعالم الرئيسية
schedule-drivers = ما يحدد المواعيد
schedule-drivers-of = { $halls }:
schedule-start = بدء المشروع
schedule-first-order = آخر يوم لأول طلبية: { $service }
schedule-approvals = صدور آخر ترخيص
schedule-utility = اكتمال أعمال شركة الكهرباء
schedule-delivered = وصول آخر المعدات إلى الموقع
schedule-commissioning = بدء التشغيل التجريبي
schedule-miners-stop = إيقاف أجهزة التعدين في { $halls }
schedule-ready = جاهزية { $hall } للخدمة ({ $span })
schedule-step = من { $start } إلى { $finish } ({ $weeks }): { $task }{ $held ->
    [none] {""}
   *[other] ، ولا تبدأ قبل { $held }
}
schedule-step-follows = { $step }؛ { $follows }
schedule-follows-start = { $lag ->
    [none] مع بداية الخطوة السابقة
   *[other] بعد { $lag } من بداية الخطوة السابقة
}
schedule-follows-end = بعد { $lag } من نهاية الخطوة السابقة
schedule-ends-after-end = { $lag ->
    [none] تنتهي مع الخطوة السابقة على الأقرب
   *[other] تنتهي بعد { $lag } من الخطوة السابقة على الأقرب
}
schedule-ends-after-start = { $lag ->
    [none] تنتهي مع بداية الخطوة السابقة على الأقرب
   *[other] تنتهي بعد { $lag } من بداية الخطوة السابقة على الأقرب
}
gantt-chain = السلسلة الحاسمة
gantt-site = الموقع
gantt-hall = الصالة { $hall }
gantt-ready = الجاهزية للخدمة
gantt-prepare = الإعداد
gantt-approvals = التراخيص
gantt-procure = التوريد
gantt-commission = التشغيل التجريبي
gantt-build = التنفيذ
gantt-all = جميع الأعمال

cost-title = التكلفة
cost-col-share = من التكلفة المباشرة
cost-direct = التكلفة المباشرة
cost-total = الإجمالي
cost-premiums = تشمل التكلفة المباشرة علاوات: { $premiums }.
cost-premium-delivery = { $amount } للتوريد المعجل
cost-premium-slots = { $amount } لحجز خطوط الإنتاج
cost-premium-shifts = { $amount } للعمل بنوبتين

scope-title = ما تشمله النفقات الرأسمالية
scope-what = الأرقام المنشورة لكل ميغاواط تخلط بين نطاقات ومقامات مختلفة. قدرة الشبكة العامة { $utility } ميغاواط، والسحب في يوم التصميم { $gross } ميغاواط، والرفوف مع الشبكة والتخزين { $it } ميغاواط. والأعمدة الثلاثة الأخيرة حاصل قسمة المجموع التراكمي عليها.
scope-col-scope = النطاق
scope-col-adds = يضيف
scope-col-sum = المجموع التراكمي
scope-col-utility = لكل ميغاواط من الشبكة العامة
scope-col-gross = لكل ميغاواط إجمالي
scope-col-it = لكل ميغاواط تقنية معلومات حرجة
scope-tenant-racks = رفوف المستأجر تضيف { $amount }؛ ولا تدخل في النفقات الرأسمالية.

orders-title = الطلبيات طويلة التوريد
orders-what = الطلبيات التي مدتها { $from } فأكثر، الأشد إلحاحًا أولًا. وبعد آخر موعد للطلب تتأخر صالة.
orders-col-planned = الطلب المخطط
orders-col-need-by = مطلوب بحلول
orders-line = { $quantity } { $unit } { $what }
orders-slot = { $what }، خط إنتاج محجوز
orders-overdue = متأخرة
orders-first-weeks = الأسابيع الأربعة الأولى

bom-title = جدول الكميات
bom-lines = في `bom.csv` عدد { $lines }: { $priced } بأسعار منشورة، و{ $estimated } بالتقدير، و{ $unpriced } بلا سعر.
bom-unpriced = بلا سعر ولا تدخل في أي مجموع: { $items }.
bom-item = { $what } ({ $place })

risks-title = المخاطر والافتراضات
risks-capex = النفقات الرأسمالية: { $spread }.
risks-capex-spread = { $span } (أدناه أقل من المرجح بنسبة { $below }% وأعلاه أكثر منه بنسبة { $above }%)
risks-ready = الجاهزية: { $spread }.
risks-ready-spread = للصالة { $hall }: أبكر من { $date } بمقدار { $early } إلى أبعد منه بمقدار { $late }
risks-ends = طرفا كل مجال يجمعان كل الأسعار أو كل المدد عند الطرف نفسه، كأنها تتحرك معًا. وحيث تتحرك مستقلة يكون المجال الحقيقي أضيق. ويفترض أدنى تاريخ للجاهزية الطلب وإيقاف التعدين مبكرًا بقدر ما يلزمه، وأعلاه طلبًا وإيقافًا لا يسبقان الموعد المخطط.
risks-warning = تحذير: { $text }
risks-col-widest = أوسع مجالات التكلفة
risks-col-span = من الأدنى إلى الأعلى
risks-col-above = الأعلى فوق المرجح
risks-col-about = الافتراض بشأن
about-prices = الأسعار
about-mining = التعدين
about-tenant = المستأجر
about-land = الأرض
about-schedule = الجدول الزمني
about-halls = الصالات
about-blocks = الكتل
about-fault-level = مستوى القصر
about-paths = المسارات
about-studies = الدراسات
about-scope = النطاق
about-re-use = إعادة الاستعمال
about-utility = شركة الكهرباء
about-wet-bulb = البصيلة الرطبة
about-frequency = التردد
about-hall-order = ترتيب الصالات
about-reserved-slots = المواعيد المحجوزة
about-two-shifts = العمل بورديتين
risks-col-text = البيان والسبب

evidence-solver = الحل الرياضي
evidence-solver-text = { $solver }. دالة الهدف المصغرة: { $objective }. الخطة { $proof }: التكلفة المباشرة { $cost }، والحد الأدنى { $bound }، والفجوة { $gap }.
evidence-model = النموذج: { $model }.
evidence-model-size = { $columns } عمودًا (منها { $binaries } ثنائية)، { $rows } صفًا
evidence-sources = المصادر
evidence-col-id = المعرف
evidence-col-title = العنوان
evidence-col-address = الرابط
evidence-files = الملفات
evidence-col-role = الدور
evidence-col-name = الاسم
derivations-title = الاشتقاقات

frontier-title = كلفة الموعد الأبكر
frontier-this-plan = هذه الخطة: { $amount }، وآخر صالة جاهزة في { $date }.
frontier-col-ready = جاهزية آخر صالة
frontier-col-capex = النفقات الرأسمالية المرجحة
frontier-col-more = زيادة على السطر السابق
frontier-col-earlier = أبكر بمقدار
frontier-col-week = لكل أسبوع مكتسب
frontier-col-proof = الإثبات
frontier-proved = مثبت
frontier-not-proved = غير مثبت
frontier-end-earliest = لا توجد خطة أبكر من السطر الأخير.
frontier-end-capped = السطر الأخير هو أبكر خطة؛ وقد توجد بينه وبين السابق خطط أخرى.
frontier-end-unknown = ما وراء السطر الأخير غير معروف: لم يعطِ المحلّل جوابًا.
frontier-steps = أُخذت خطوات من { $days }: تُركت الخطط التي تقع مواعيدها بين سطرين.

cash-title = الأموال حسب ربع السنة
cash-terms = التكلفة المباشرة بالأسعار المرجحة. يُدفع من طلبية المعدات { $deposit } مع الطلب و{ $delivery } عند التوريد و{ $rest } عند جاهزية صالتها؛ ويُدفع العمل المنفذ مع تقدمه ويُحتجز منه { $retainage } حتى ذلك الحين؛ ويُدفع مما تبنيه شركة الكهرباء { $advance } مع طلبه. تُسدد كل الدفعات بعد { $days } من استحقاقها. هذه الشروط تقديرات للتخطيط وليست عروضًا.
cash-soft = التكاليف غير المباشرة والاحتياطي، ومجموعها { $amount }، ليست في الجدول؛ وهي تتبع العمل.
cash-undated = ومبلغ { $amount } بلا تاريخ طلب وليس في الجدول أيضًا.
cash-col-quarter = ربع السنة
cash-col-committed = الملتزم به
cash-col-paid = المدفوع
cash-col-sum = التراكمي
spares-title = قطع الغيار الموصى بها
spares-what = ما تطلبه مواصفات الملاك مع مثل هذه المعدات ليُحفظ في المخزن، وحيث لا مواصفة منشورة فهو تقدير هندسي. يُطلب من الموردين تسعيره على حدة؛ ولا يُعرف له سعر، وليس في التكلفة.
spares-col-item = يتبع
spares-col-bought = المشترى
spares-col-part = قطعة الغيار
spares-col-quantity = الموصى به
spares-col-rule = القاعدة
spares-quantity = { $unit ->
    [set] { $figure } طقم
   *[other] { $figure }
}
spares-rule = واحدة لكل { $each }{ $has_least ->
    [yes] ، { $least } على الأقل
   *[no] {""}
}
