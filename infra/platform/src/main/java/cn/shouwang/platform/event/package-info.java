/// What a stored event is: a record with a chosen name, a revision and a place.
///
/// Names are chosen once ([cn.shouwang.platform.event.Stored]) and never derived from a class, so
/// that code may move while the history stays readable. A service lists its sealed histories in one
/// [cn.shouwang.platform.event.Catalogue]; the serializer knows no other type.
@NullMarked
package cn.shouwang.platform.event;

import org.jspecify.annotations.NullMarked;
