/// What the services offer, merged into one OpenAPI document under the gateway's addresses.
@NullMarked
package cn.shouwang.gateway.document;

import org.jspecify.annotations.NullMarked;
