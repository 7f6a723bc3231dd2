/// What a comparison found about a household, as a matter for people: closed with a reason, or handed on as
/// a clue whose end is told back.
///
/// Few alerts lead anywhere, so they are ranked, one matter is one alert however often it is found, many
/// are closed at once, and each rule shows how often it was right. A negative check is a remark for whoever
/// decides a case; nothing here refuses anything.
@NullMarked
package cn.shouwang.monitoring.alert;

import org.jspecify.annotations.NullMarked;
