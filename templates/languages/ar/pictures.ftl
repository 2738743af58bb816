### رسوم الصفحة وكلمات برنامجها.

picture-part = { $what }: { $figure }
picture-in-place = { $what } { $figure }
picture-lane-design = التصميم والموافقات
picture-lane-purchase = الشراء وشركة الكهرباء
lane-after-ready = بعد الجاهزية: رفوف المستأجر
picture-halls-each = الصالات { $halls } (لكل منها)
picture-ready-on = جاهزة { $date }

picture-power-title = القدرة بحسب التاريخ
picture-power-miners = أجهزة التعدين
picture-power-racks = جاهز لاستقبال الرفوف
picture-power-draw = سحب صالات البيانات
picture-power-supply = القدرة المتاحة
picture-power-now = { $name } { $power }
picture-power-from = { $power } ابتداءً من { $date }
picture-power-caption = بالميغاواط وعلى المدد المرجحة. المظلل بخطوط مائلة: أجهزة التعدين؛ والملون: الرفوف؛ وحيث يعملان معًا يُرسم أحدهما فوق الآخر، وكلاهما من الصفر. الجاهز لاستقبال الرفوف هو قدرة رفوف الصالات الجاهزة، ويتبعه اختبار المستأجر لها؛ ويشمل سحبها التبريد والفواقد في يوم التصميم. الخط المتقطع: ما يمكن سحبه من الشبكة والمحركات.

picture-temperatures-title = سلسلة درجات الحرارة في يوم التصميم
picture-temperatures-limit = أعلى حرارة لسائل التبريد يقبلها الرف: { $temperature }
picture-temperatures-approach = فرق اقتراب { $distance }
picture-temperatures-margin = { $distance } حتى الحد
picture-temperatures-node = { $name } { $temperature } ({ $because })
picture-temperatures-caption = من هواء يوم التصميم إلى سائل تبريد الرفوف، بوحدة { $degrees }. وفروق الاقتراب والهامش حتى حد الرف بوحدة { $kelvin }.

picture-one-line-standby_power = مجموعات التوليد
picture-one-line-on_site_power = محركات غاز في الموقع
picture-one-line-load_smoothing = تنعيم الأحمال
picture-one-line-racks = الرفوف
picture-one-line-core = للشبكة والتخزين والمضخات
picture-one-line-kept = وحدة مستبقاة
picture-one-line-new = وحدة جديدة
picture-one-line-spares = بعد علامة +: وحدات الاحتياط في N+1 أو الجانب B في 2N
picture-one-line-halls = { $halls } (× { $figure }، كل منها كما هو مرسوم)
picture-one-line-units = { $needed }{ $spare ->
    [none] {""}
   *[other] {" "}+ { $spare }
}{ $policy ->
    [none] {""}
   *[other] {" "}({ $policy })
}{ $kept ->
    [none] ، جديدة
   *[other] { $new ->
        [none] ، مستبقاة
       *[other] ، { $kept } مستبقاة و{ $new } جديدة
    }
}
picture-one-line-with = { $what }، { $figure }
picture-one-line-caption = تُرسم الوحدات حتى ثماني؛ وما زاد تمثله ثلاث. الأرقام بجانب الموصل هي حمل يوم التصميم ونسبة تحميل جميع وحدات المرحلة التي فوقه.

picture-gantt-chain = ما يحدد موعد { $halls }
picture-gantt-all = كل الأعمال: { $place }، { $tasks }
picture-gantt-drives = يحدد موعدًا
picture-gantt-has-float = له سماح
picture-gantt-float = السماح
picture-gantt-order = آخر موعد للطلب
picture-gantt-ready = جاهزة للخدمة
picture-gantt-today = أُعدت الخطة بتاريخ { $date }
picture-gantt-ready-on = { $date }: جاهزة للخدمة
picture-gantt-stops-on = { $date }: توقف التعدين
picture-gantt-no-float = بلا سماح
picture-gantt-days-of-float = سماح { $days }
picture-gantt-dates = من { $start } إلى { $finish } ({ $weeks })، { $float }{ $order ->
    [none] {""}
   *[other] ، آخر موعد للطلب { $order }
}
picture-gantt-hall-ready = { $hall } جاهزة للخدمة { $date }
picture-gantt-title = الأعمال والطلبيات عبر الزمن
picture-gantt-caption = المدد المرجحة. المظلل المؤطر: عمل يحدد موعدًا أو لا سماح له. المعيّنات: آخر يوم لطلب لا يؤخر أي صالة. اختر شريطًا لعرض السلسلة التي تسبقه.

picture-dependencies-title = ما ينتظر ماذا
picture-dependencies-deliveries = { $trade }: التوريدات
picture-dependencies-tasks = { $tasks } من { $date }
picture-dependencies-from = من { $date }
picture-dependencies-inside = أنشطة { $place }: { $figure }
picture-dependencies-listing = ما ينتظره كل نشاط في مكانه، والصالات سواء ما لم تُذكر صالة
picture-dependencies-line = { $what }{ $before ->
    [none] {""}
   *[other] {" "}(ينتظر { $before })
}
picture-dependencies-waits = { $what } ينتظر { $before }
picture-dependencies-caption = يقع كل مربع بعد ما ينتظره؛ وتُحذف الروابط المستنتجة من غيرها، ومن الأعمال التي ينتظر بعضها بعضًا يُرسم الاتجاه الأكثر روابط. الخط السميك: السلسلة التي تحدد موعد صالة. التواريخ: بدء أول الأعمال. وفي الأسفل مثل ذلك لأنشطة كل مكان. والصالات المتماثلة الأعمال تُرسم مرة واحدة.

picture-capex-title = النفقات الرأسمالية بحسب النظام وما توفره إعادة الاستخدام
picture-capex-saved = خارج النفقات الرأسمالية: وحدات جديدة بدل المستبقاة
picture-capex-kept = { $service }، مستبقى { $units }
picture-capex-amount-saved = توفير { $amount }
picture-capex-unknown = لم يُحسب، لعدم وجود سعر لطريقة بوحدات جديدة وحدها: { $names }.
picture-capex-caption = التكلفة المرجحة؛ والخطوط الرفيعة من الحد الأدنى إلى الأعلى لكل جزء. المظلل: ما توفره إعادة الاستخدام، وهو أرخص طريقة بوحدات جديدة وحدها بين بدائل الخطة مطروحًا منها تكلفة الطريقة المختارة.

picture-spending-title = الالتزامات والمدفوعات من التكلفة المباشرة
picture-spending-committed = الملتزم به
picture-spending-paid = المدفوع
picture-spending-latest = الملتزم به على أبعد تقدير
picture-spending-by = { $amount } حتى { $date }
picture-spending-undated = بلا تاريخ طلب وخارج كل المنحنيات: { $amount }.
picture-spending-caption = مجاميع جدول الكميات بالأسعار المرجحة ودون التكاليف غير المباشرة. الملتزم به: الطلبية بتاريخها المخطط، وعمل المقاولين على البضائع عند بدئه. المدفوع: بالشروط المذكورة هنا. المنقط: الالتزامات نفسها، كل في آخر موعد لا يؤخر أي صالة.

script-filter = تصفية الصفوف
script-rows = الصفوف المعروضة { $shown } من { $all }
script-close = إغلاق
script-dates = { $place }: من { $start } إلى { $finish }
script-float = سماح { $days }
script-no-float = بلا سماح: كل يوم تأخير هنا يؤخر الموعد يومًا
script-chain = ما يسبقه، الأحدث أولًا
script-start = لا عمل قبله يحدد موعده: يبدأ مع المشروع أو في يومه الخاص، أو، إن كان أمر شراء، بالسماح الذي يحتفظ به قبل آخر موعد له.
script-step = { $task } ({ $dates })

picture-frontier-title = أدنى إنفاق رأسمالي بحسب يوم جاهزية آخر صالة: { $name }
picture-frontier-point = { $number }: { $amount }، { $date }
picture-frontier-open-point = { $number }: { $amount }، { $date }، غير مثبت
picture-frontier-caption = الإنفاق الرأسمالي بالأسعار المرجحة شاملًا التكاليف غير المباشرة؛ ولا يبدأ المحور من الصفر. المملوء: ثبت ألا خطة أرخص في الموعد نفسه.
