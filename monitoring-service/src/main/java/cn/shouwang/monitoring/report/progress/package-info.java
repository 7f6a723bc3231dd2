/// What a household can read under its tracking number: where its report stands, in plain words,
/// and who has it now. No account, and no personal data but a masked name.
@NullMarked
package cn.shouwang.monitoring.report.progress;

import org.jspecify.annotations.NullMarked;
