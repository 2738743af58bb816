### الشبكة.

network-title = الشبكة
network-no-route = لا مسار مأخوذًا.
network-taken = المأخوذ: { $routes }. أطول زمن ذهاب وإياب، إلى { $end }، هو { $trip } أي { $share } من الحد.
network-reach = يبلغ الحد { $limit } مسافة { $reach } بخط مستقيم عند عامل مسار { $factor }.
network-no-reserve = لا مسار احتياطيًا: من { $listed } مدرجة يمكن أخذ { $admissible }، والمطلوب { $asked }.
network-unnamed-segments = مقاطع { $routes } غير مسماة، فلا شيء يثبت تباينها.
network-unnamed-entrances = مداخل { $routes } غير مسماة: تحقق من دخول كل منها إلى الموقع بطريقه الخاص وسمّها بـ `entrance`.
network-one-end = { $routes } تنتهي في نقطة تواجد واحدة، فتصبح نقطة عطل وحيدة.
network-guessed = أطوال { $routes } ليست من دراسة مسار.
network-route-note = { $route } ({ $note })
network-near-limit = أي التفاف يكسر زمن الذهاب والإياب لـ { $routes }.
network-route-share = { $route } ({ $share } من الحد)
network-beyond-multimode = الألياف متعددة الأنماط ({ $reach }) لا تصل إلى كل الرفوف حتى من وسط الغرفة ({ $middle }): احسب بـ { $medium }
network-several-places = رفوف شبكة في عدة مواضع
network-multimode-from-middle = الألياف متعددة الأنماط ({ $reach }) تصل إلى كل الرفوف فقط إذا وقفت رفوف الشبكة في وسط الغرفة ({ $middle }؛ ومن الزاوية { $corner })
network-unlocated = مواقع { $halls } غير مذكورة، فلا يُعلم هل تكوّن الصالات عنقودًا واحدًا: افحص مسارات الكابلات بينها واذكر `x_m` و`y_m`.
network-apart = الصالات { $clusters } من العناقيد: أبعد من أن تصلها روابط بطول { $reach }.
network-too-many = إذا كوّنت { $halls } عنقودًا واحدًا فعدد مسرّعاتها { $accelerators } أكثر من { $joined } التي يجمعها تكبيل كل صالة: يتطلب ذلك ثلاث طبقات من المبدلات و{ $three } من الروابط بدل { $two }.

network-col-route = المسار
network-col-to = إلى
network-col-origin = مصدر الطول
network-col-amplifiers = المضخمات
network-col-fiber-delay = الألياف، { $unit }
network-col-amplifier-delay = المضخمات، { $unit }
network-col-terminal-delay = الطرفيات، { $unit }
network-col-trip = الذهاب والإياب، { $unit }
network-col-share = من الحد
network-col-fiber = الألياف
network-col-strands = الشعيرات، المطلوب / المعروض
network-strands = { $wanted } / { $offered }
network-as-built = كما يُنشأ
network-col-leased = مستأجر (IRU)، { $unit }
network-col-built = يُنشأ، { $unit }
network-col-railroads = سكك حديدية
network-col-entrance = المدخل
network-not-named = غير مسمى
network-col-diversity = تباين
network-col-segments = المقاطع المشتركة
network-col-entrances = المداخل
network-col-ends = نقاط التواجد
network-col-crossed = سكك معبورة
network-none-shared = لا شيء من { $named } مسماة
network-entrances-differ = مسماة ومختلفة
network-entrances-unnamed = غير مسماة: يجب فحصها
network-different = مختلفة
network-the-same = نفسها
network-unlit = لا يذكر ملف الهدف سعة: تُخطط طرفيات زوج واحد لكل مسار، والأطوال الموجية على المستأجر.
network-lit = كل مسار مضاء لكامل { $asked }: { $wavelengths } بسعة { $each } على { $pairs } تعطي { $all }.
network-rooms = نقاط تسليم المشغلين: { $rooms }.
network-builds = الإنشاء مقابل الاستئجار على الطريق نفسه، بأسعار الكتالوجات قبل المؤشر الإقليمي ودون الصيانة السنوية. وحيث يُعرض الاستئجار فهو أرخص دون نقطة التعادل:
network-col-method = الطريقة
network-col-build = الإنشاء
network-col-lease = استئجار { $strands } شعيرة
network-col-break-even = نقطة التعادل، شعيرات

network-cluster-unknown = لا يُعلم هل الصالات عنقود واحد.
network-one-cluster = عنقود واحد بقدرة { $power }{ $distance ->
    [none] .
   *[other] : { $distance }.
}
network-clusters = { $count } من العناقيد، { $each }{ $distance ->
    [none] .
   *[other] : { $distance }.
}
network-cluster-of = { $power } ({ $halls })
network-distance = الأبعد { $halls } بينهما { $distance } من طرف إلى طرف، وتصل الروابط { $reach }
network-cable = الكابل من أبعد رف إلى رفوف شبكة صالته، مع نزولين بطول { $drop } واحتياطي 10%:
network-col-middle = إلى وسط غرفة الرفوف، { $unit }
network-col-corner = إلى زاوية، { $unit }
network-col-medium = أرخص وسط يصل
network-no-medium = لا شيء
network-col-accelerators = المسرّعات
network-col-two-tiers = روابط التوسع الأفقي، طبقتان
network-col-three-tiers = ثلاث طبقات
