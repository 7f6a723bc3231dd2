/// Tampers with copies of a sealed log in every way there is, and checks that an audit says so and says where.
///
/// Each deed is done by attackers of different means: one who changes the log only, one who makes the tiles
/// match, one who signs everything again with a key of his own, and one who has the log's own key. What
/// the last one does nobody can see from inside; there the auditor holds something of his own, a
/// few checkpoints or an earlier copy, as whoever runs the suite should.
@NullMarked
package cn.shouwang.bench.drill.tamper;

import org.jspecify.annotations.NullMarked;
