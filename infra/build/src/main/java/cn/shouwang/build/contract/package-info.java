/// The contracts in one document: AsyncAPI 3, made from the schemas and samples of `infra/contracts`,
/// never written by hand.
@NullMarked
package cn.shouwang.build.contract;

import org.jspecify.annotations.NullMarked;
