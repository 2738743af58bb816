### رأس التقرير والخلاصة وخاتمته.

report-title = { $facility }: من منجم بيتكوين إلى مركز بيانات للذكاء الاصطناعي
report-made = { $place }. الهدف: { $target }. أُعد بتاريخ { $date } بواسطة retrofit { $version }.
report-client = العميل
report-prepared-by = إعداد
report-language-note = الأسماء والملاحظات في ملفات الإدخال والكتالوجات، وعناوين المصادر، واردة كما سُجلت بالإنجليزية وبالدولار الأمريكي ووحدات النظام الدولي. وكذلك الملفات المرافقة للتقرير: الجداول الزمنية والرسوم البيانية وجدول الكميات.
report-currency-note = المبالغ بعملة { $currency } بسعر { $rate } { $currency } للدولار الأمريكي الواحد، وهو السعر المعطى لهذا التقرير؛ أما الخطة فمحسوبة بالدولار الأمريكي.
report-disclaimer = ملاحظة

answer-title = الخلاصة
answer-none = لا توجد صالة يراد تحويلها.
answer-verdict = التنفيذ ممكن: { $halls }، { $racks } من طراز { $model }، بقدرة تقنية معلومات { $power }.
answer-capex = النفقات الرأسمالية
answer-capex-text = { $per ->
    [none] { $capex }.
   *[other] { $capex }، { $per }.
}
answer-up-to = { $amount }، حتى نطاق «{ $scope }»
answer-per-mw = أي { $amount } لكل ميغاواط من الرفوف والشبكة والتخزين
answer-unpriced = ولا تشمل { $lines } من جدول الكميات سعرها غير معروف.
answer-budget-high = حتى الحد الأعلى يقع ضمن الميزانية البالغة { $budget }.
answer-budget-likely = التكلفة المرجحة ضمن الميزانية البالغة { $budget }؛ أما الحد الأعلى فيتجاوزها بمقدار { $excess }.
answer-budget-none = التكلفة المرجحة تتجاوز الميزانية البالغة { $budget } بمقدار { $excess }.
answer-date = الموعد
answer-ready-one = الصالة { $halls } جاهزة في { $date } ({ $span }).
answer-ready-all = جميع الصالات جاهزة في { $date } ({ $span }).
answer-ready-last = { $count ->
    [one] الصالة { $halls } آخر ما يجهز، في { $date } ({ $span }).
   *[other] الصالات { $halls } آخر ما يجهز، في { $date } ({ $span }).
}
answer-deadline-high = حتى لو بلغت جميع المدد حدها الأعلى، تجهز كل الصالات قبل الموعد النهائي { $date }.
answer-deadline-likely = بالمدد المرجحة تجهز كل الصالات قبل الموعد النهائي { $date }؛ وإذا بلغت جميع المدد حدها الأعلى تأخرت آخرها { $late }.
answer-deadline-none = تتجاوز آخر صالة الموعد النهائي { $date } بمقدار { $late }.
answer-driver = العامل الحاسم: { $what }.
answer-driver-part = { $what } ({ $size })
answer-cost-part = { $what } { $amount }
answer-cost-parts = { $services } (أي { $shares } من التكلفة المباشرة)
answer-lead = طلب { $service } وتوريدها
answer-not-before = الانتظار حتى { $date } قبل { $task }
answer-rules = خطر على الموعد
answer-order = الترتيب
answer-hall-order = تمر فرق العمل على الصالات بهذا الترتيب: { $halls }.
answer-phases = المراحل
answer-phases-text = { $phases }.
answer-phase = { $count ->
    [one] الصالة { $halls } لا تنتظر الجديد من { $services }: ما يُستبقى يحمل حملها
   *[other] الصالات { $halls } لا تنتظر الجديد من { $services }: ما يُستبقى يحمل حملها
}
answer-cost = التكلفة
answer-mining = التعدين
answer-mining-text = { $margin }. ولا يدخل ذلك في النفقات الرأسمالية.
answer-margin = يُفقد هامش قدره { $lost } بين إيقاف أجهزة التعدين والجاهزية
answer-margin-float = يُفقد هامش قدره { $lost } بين إيقاف أجهزة التعدين والجاهزية؛ ومنه { $least } لو أوقفت في آخر يوم يسمح به الفائض الزمني
answer-proof = الإثبات
answer-proof-text = الخطة { $proof }.
proof-optimal = مثبتة المثلى (الفجوة { $gap })
proof-optimal-racks = ذات كلفة مثبتة الحد الأدنى لهذا العدد من الرفوف (الفجوة { $gap })؛ ولا يُستبعد أن يتسع توزيع آخر بين القاعات لعدد أكبر
proof-optimal-all-racks = ذات كلفة مثبتة الحد الأدنى لجميع الرفوف المطلوبة (الفجوة { $gap })
proof-optimal-full-hall = ذات كلفة مثبتة الحد الأدنى لهذا العدد من الرفوف (الفجوة { $gap })؛ وثبت أن إضافة رف واحد لا خطة لها
proof-optimal-one-hall = ذات كلفة مثبتة الحد الأدنى لهذا العدد من الرفوف (الفجوة { $gap })؛ ولم يُحسم ما إذا كان رف آخر يتسع
proof-incumbent = مدققة، ولم يثبت أنها الأفضل (الفجوة { $gap })
proof-incumbent-dates = مدققة، ولم يثبت أنها الأفضل (فجوة التكلفة { $gap }؛ والمواعيد في المتوسط ضمن { $weeks } من أبكرها)
answer-racks = الرفوف
answer-fit-all = تتسع لكل المطلوب: { $asked }.
answer-fit = تتسع لعدد { $racks } من أصل { $asked }.{ $left ->
    [none] {""}
   *[other] {" "}ولا يتسع معها أي رف في { $left }، فتبقى للتعدين.
} جُرّب: { $tried }. وبعد { $questions }: { $shown }.
answer-fit-tried = { $name } ({ $racks })
answer-fit-maximal = ثبت أن إضافة رف واحد في أي صالة لا خطة لها؛ ولا يُستبعد توزيع آخر بين الصالات
answer-fit-maximal-hall = ثبت أن إضافة رف واحد لا خطة لها
answer-fit-open = لم يُحسم إن كان يتسع لرف آخر
answer-one-more = رف إضافي في { $halls }:
answer-of-asked = { $racks } من { $asked }
answer-to-settle = مسائل للحسم
answer-to-settle-text = نتائج تتركها الدراسات للمصممين، مدرجة في أقسامها: { $findings }.
answer-findings-power = { $figure } في الطاقة
answer-findings-cooling = { $figure } في التبريد
answer-findings-building = { $figure } في المبنى
answer-findings-network = { $figure } في الشبكة
answer-findings-approvals = { $figure } في التراخيص
answer-col-it = قدرة تقنية المعلومات
answer-col-sized = أساس الحجم
answer-col-stop = إيقاف التعدين
answer-col-ready = الجاهزية
answer-col-ready-span = الجاهزية، من الأبكر إلى الأبعد
answer-orders-title = طلبيات الشهر الأول
answer-orders-why = كل يوم بعد آخر موعد للطلب يؤخر صالة يومًا؛ والموعد المخطط يترك مجالًا لأطول مدة توريد.
answer-orders-none = لا تستحق أي طلبية حتى { $date }.
answer-orders-next = أكثرها إلحاحًا { $service }: مخططة في { $planned }، وآخر موعد { $date }.

col-hall = الصالة
col-racks = الرفوف
col-order-by = آخر موعد للطلب
col-order = الطلبية
col-where = المكان
col-lead = مدة التوريد
col-likely-amount = المبلغ المرجح
col-service = الخدمة
col-unit = الوحدة
col-date = التاريخ
col-what = البيان
col-low = الأدنى
col-likely = المرجح
col-high = الأعلى
not-known = غير معلوم
col-verdict = الحكم
placed = { $place }: { $text }
not-priced = بلا سعر

clash = { $how-far ->
    [none] لأن { $premises }، لا توجد خطة
   *[other] لأن { $premises }، لا توجد خطة: { $how-far }
}
clash-several = لا بد من التنازل عن أحدها، { $shortfalls }
clash-or = {"، أو "}
clash-set-in = { $text } ({ $origins })
clash-asks = { $count ->
    [one] { $halls } تطلب { $racks }
   *[other] { $halls } تطلب كل منها { $racks }
}
clash-supply = { $services } لا توفر أكثر من { $available }
clash-nothing-catalog = لا يوجد في أي كتالوج ما يوفر { $services }
clash-nothing = لا شيء يوفر { $services } كما هو مطلوب
clash-blocks = لا عدد متاح من وحدات { $services } يتوزع بالتساوي على لوحات الجهد المنخفض
clash-fault-level = يجب أن تقطع { $services } تيار القصر خلف محولات صالتها
clash-taken = { $asset } لا تُستخدم إلا مرة واحدة
clash-deadline = يجب أن تجهز { $halls } بحلول { $date }
clash-together = لا توجد خطة: لا يمكن الوفاء بما يلي معًا
clash-part = { $premise }: { $short }
clash-because = لأن { $premise }، { $over }
clash-against-budget = { $over }. ضمن الميزانية لا يمكن الوفاء بكل ما يلي
clash-each-paid = { $over }. ولو لم يلزم الوفاء الكامل بأي واحد مما يلي لكفت الميزانية: { $services }
clash-paid = { $over }. وعليها أن تغطي، من بين أمور أخرى: { $services }
clash-least-proved = أقل تكلفة رأسمالية تفي بكل ما عدا ذلك { $least } (بالحل)، أي { $short } فوق الميزانية البالغة { $budget }
clash-least-found = أرخص خطة وُجدت تفي بكل ما عدا ذلك تكلف { $least } ولم يثبت أنها الأقل، أي { $short } فوق الميزانية البالغة { $budget }
clash-least-beside = حتى مع إزالة التعارضات الأخرى لا تقل تكلفة أي خطة عن { $least }، أي { $short } فوق الميزانية البالغة { $budget }
clash-supply-lacking = { $services } سينقصها { $short } من { $needed }
clash-blocks-lacking = لن تتوزع وحدات { $services } بالتساوي على لوحات الجهد المنخفض
clash-supply-short = المطلوب { $needed }، والنقص { $short }
clash-taken-short = تلزم { $lacking } إضافية من { $asset }
clash-deadline-short = { $count ->
    [one] { $halls } لا تجهز إلا بعد الموعد النهائي بما لا يقل عن { $late }
   *[other] { $halls } لا تجهز إلا بعد الموعد النهائي بما لا يقل عن { $late }
}
