### التراخيص، والتعدين أثناء التحويل.

permit-zoning = استعمال الأرض
permit-air = الانبعاثات
permit-stormwater = مياه الأمطار
permit-water = المياه
permit-building = البناء
permit-fiber_right_of_way = حق مرور الألياف
permit-utility_study = دراسة شركة الكهرباء
path-notice = إشعار
path-review = مراجعة
path-hearing = جلسة استماع
trigger-grid_mw = القدرة المسحوبة
trigger-standby_mw = الطاقة الاحتياطية
trigger-nox_t_per_year = أكاسيد النيتروجين المحتملة
trigger-stored_fuel_l = الوقود المخزن
trigger-battery_kwh = طاقة البطاريات
trigger-disturbed_m2 = الأرض المتأثرة
trigger-water_m3_per_day = المياه المسحوبة
trigger-fiber_build_km = ألياف جديدة
trigger-fiber_aerial_km = ألياف هوائية جديدة
trigger-railroad_crossings = تقاطعات السكك الحديدية
trigger-always = أي تحويل
standing-applies = تنطبق
standing-not_enlarged = إذا وُسع الربط
standing-unknown = غير معلوم
standing-near = قريبة

approvals-title = التراخيص
approvals-summary = لهذا المكان { $rules }، ينطبق منها: { $figure }{ $others }.
approvals-if-enlarged = {"؛ "}تنطبق على ربط موسع: { $figure }
approvals-not-judged = {"؛ "}لا يمكن الحكم عليها: { $figure }
approvals-near = {"؛ "}قريبة (الخطة دونها بما لا يزيد على 20%): { $figure }
approvals-rules-title = القواعد الملزمة أو القريبة من ذلك
approvals-col-standing = الحالة
approvals-col-rule = القاعدة
approvals-col-measured = المقيس
approvals-col-from = ابتداءً من
approvals-col-asks = ما تطلبه
approvals-col-permit-path = الترخيص: المسار
col-sourced = المصدر (الثقة)
sourced = { $sources } ({ $confidence })
confidence-high = عالية
confidence-medium = متوسطة
confidence-low = منخفضة
confidence-estimate = تقدير
approvals-permit-path = { $permit }: { $path }
approvals-permit-held = { $permit }، متوفر
approvals-measured = { $what } { $size }
approvals-measured-least = { $what } { $size } على الأقل
approvals-measured-unknown = { $what } غير معلوم
approvals-from-any = أي قدر
approvals-permits-title = التراخيص المطلوبة
approvals-col-permit = الترخيص
approvals-col-path = المسار
approvals-col-weeks = الأسابيع، أدنى / مرجح / أعلى
approvals-col-held = متوفر
approvals-col-start = البداية
approvals-col-finish = النهاية
approvals-col-float = الفائض الزمني، أيام
approvals-col-critical = حرج
approvals-path-not-given = غير محدد: مخطط لجميع المسارات
approvals-size-unknown = { $what } غير معلوم بما يكفي؛ الناقص: { $missing }.
approvals-unchecked = تعذر التحقق من { $rules }، إذ لا يذكر ملف المرفق `region` أو `utility.grid_operator`: { $ids }.
approvals-elsewhere = لا تحوي الكتالوجات قاعدة لهذه المنطقة: فما تطلبه سلطاتها غير معلوم هنا، وأسابيع التراخيص هي أسابيع الولايات المتحدة. خذوا كليهما من مستشار محلي في كتالوج خاص بكم.
approvals-path-named = ملف المرفق يحدد { $path }
approvals-path-none = لم يُحدد مسار
approvals-later = تتأخر جاهزية صالة بمقدار { $weeks }.
approvals-in-float = يستوعبها الفائض الزمني.
approvals-harder = { $permit }: { $rules } تقتضي { $path }{ $likely ->
    [none] {""}
   *[other] ، والمرجح { $likely }
}؛ { $planned }، والمخطط { $weeks }.{ $effect ->
    [none] {""}
   *[other] {" "}{ $effect }
}
approvals-limits-title = فرق العمل والمواسم
approvals-crew = { $trade }: فرق تكفي { $halls } في آن واحد؛ وتنتظر الصالات التالية.
approvals-outdoors = الأعمال الخارجية: لا عمل { $span }، { $days }.
trade-demolition = الإزالة
trade-civil = الأعمال المدنية
trade-building = المبنى
trade-electrical = الكهرباء
trade-mechanical = الميكانيك
trade-fire = الحريق
trade-controls = التحكم
trade-commissioning = التشغيل التجريبي
trade-network = الشبكة

mining-title = التعدين أثناء التحويل
mining-summary = حتى جاهزية آخر صالة تكسب أجهزة التعدين هامشًا قدره { $earned }؛ ومن إيقافها حتى الجاهزية تخسر الصالات { $lost }.
mining-col-from = من
mining-col-events = ما يتغير
mining-col-miners = التعدين، ميغاواط
mining-col-racks = رفوف جاهزة، ميغاواط
mining-col-draw = سحب الصالات الجاهزة، ميغاواط
mining-col-supply = القدرة المتاحة، ميغاواط
mining-col-headroom = الهامش، ميغاواط
mining-gives-way = ابتداءً من { $date } تتنازل أجهزة التعدين عن { $power } في يوم التصميم.
mining-curtailed = { $cost ->
    [none] حتى جاهزية آخر صالة تتنازل أجهزة التعدين عن { $energy } لنقص القدرة، لو كان كل يوم يوم تصميم. والصالة الأقل قيمة أسبوعية قد تدخل الخدمة لاحقًا.
   *[other] حتى جاهزية آخر صالة تتنازل أجهزة التعدين عن { $energy } لنقص القدرة، أي هامش قدره { $cost }، لو كان كل يوم يوم تصميم. والصالة الأقل قيمة أسبوعية قد تدخل الخدمة لاحقًا.
}
mining-after = بعد ذلك يمكن سحب { $supply } (بما فيها القدرة القابلة للقطع)؛ وتأخذ صالات البيانات { $draw } في يوم التصميم، فيبقى للتعدين { $left }.
mining-miners-stay = في الصالات التي لا تُحول { $miners } من أجهزة التعدين، يمكن أن يستمر منها { $hashing }{ $worth ->
    [none] {""}
   *[other] ، بما يعادل { $worth } سنويًا عند الهامش المعطى
}.
mining-no-miners-stay = لا تحتفظ أي صالة بأجهزة التعدين.
mining-park = التعدين بقدرة { $power } يستلزم ساحة حاويات{ $worth ->
    [none] {""}
   *[other] ، بما يعادل { $worth } سنويًا عند الهامش المعطى
}.
mining-park-other = التعدين بالباقي وقدره { $power } يستلزم ساحة حاويات{ $worth ->
    [none] {""}
   *[other] ، بما يعادل { $worth } سنويًا عند الهامش المعطى
}.
mining-cooler-hours = يُحسب هامش يوم التصميم وحده لجميع ساعات السنة البالغة 8,760؛ وما تتركه الساعات الأبرد فوقه يمكن التعدين به كحمل مرن، ولا يدخل في أي مجموع.
mining-engines-before-step = يكفي الغاز في الموقع لتوليد { $gas }: محركات بقدرة { $engines } تحمل الأحمال من { $built }، قبل توسعة شركة الكهرباء في { $step } بمقدار { $weeks }، وتبقى إضافة لها.
mining-engines-after-step = يكفي الغاز في الموقع لتوليد { $gas }: محركات بقدرة { $engines } تُنجز في { $built }، لا تسبق توسعة شركة الكهرباء في { $step }.
mining-engines-for-good = يكفي الغاز في الموقع لتوليد { $gas }: محركات بقدرة { $engines } من { $built } تحل محل الشبكة دائمًا، إذ لا تُشترى أي توسعة من شركة الكهرباء.
mining-no-engines = يكفي الغاز في الموقع لتوليد { $gas }؛ ولا تُشترى محركات.
