/// The web pages: what they are made of is public and holds no data, so nobody has to sign in to load
/// them. What a page shows it asks for, as anybody else would.
@NullMarked
package cn.shouwang.gateway.page;

import org.jspecify.annotations.NullMarked;
