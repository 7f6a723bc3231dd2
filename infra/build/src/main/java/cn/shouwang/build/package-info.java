/// What the suite is made of, and whether anything of it is known to be bad.
///
/// The bill of materials is CycloneDX's; the advisories are a list in this repository and, where there is
/// one, a folder of OSV files. Nothing is fetched from anywhere.
@NullMarked
package cn.shouwang.build;

import org.jspecify.annotations.NullMarked;
