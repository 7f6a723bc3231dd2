package cn.shouwang.monitoring.household;

import cn.shouwang.monitoring.profile.Disability;
import cn.shouwang.monitoring.profile.House;
import cn.shouwang.monitoring.profile.HouseholdProfile;
import cn.shouwang.monitoring.profile.HouseholdProfile.Account;
import cn.shouwang.monitoring.profile.HouseholdProfile.Land;
import cn.shouwang.monitoring.profile.HouseholdProfile.Links;
import cn.shouwang.monitoring.profile.HouseholdProfile.Marks;
import cn.shouwang.monitoring.profile.HouseholdProfile.Water;
import cn.shouwang.monitoring.profile.Insurances;
import cn.shouwang.monitoring.profile.Living;
import cn.shouwang.monitoring.profile.MemberProfile;
import cn.shouwang.monitoring.profile.MemberProfile.Standing;
import cn.shouwang.monitoring.profile.Particulars;
import cn.shouwang.monitoring.profile.PublicPost;
import cn.shouwang.monitoring.profile.Schooling;
import cn.shouwang.monitoring.profile.Support;
import cn.shouwang.monitoring.profile.Work;
import cn.shouwang.monitoring.profile.Work.Place;

/// Descriptions with every part filled.
public final class Profiles {

    public static final MemberProfile MEMBER = new MemberProfile(
            new Standing(true, false),
            new Schooling(Schooling.Education.JUNIOR, null, Schooling.Absence.OTHER, false),
            new Disability("99999919700101001444", Disability.Category.LIMB, 4, 2018),
            new Work(
                    true,
                    new Place("440305", "某工业区", false),
                    10,
                    "试验电子厂",
                    Work.Sector.MANUFACTURING,
                    Work.Channel.GOVERNMENT,
                    450_000L,
                    true),
            new PublicPost(PublicPost.Payer.VILLAGE, 3),
            new Insurances(true, false, true, false, Insurances.Pension.RESIDENT, true),
            new Support(true, false, false, true, false),
            new Particulars(
                    "13800000009",
                    "4402330000000001",
                    "01",
                    Particulars.PoliticalStatus.NONE,
                    true,
                    Particulars.Unemployed.SEEKING));

    public static final HouseholdProfile HOUSEHOLD = new HouseholdProfile(
            new Land(120, 350, 0, 40, 0, 0),
            new House(House.Grade.B, 9_650L, House.Structure.BRICK_CONCRETE, House.Tenure.OWN, 2016),
            new Water(true, true, false, true),
            new Living(Living.Road.CONCRETE, 300, Living.Fuel.CLEAN, Living.Toilet.SANITARY, true, true, false),
            new Links(true, false, false),
            new Marks(true, false, false),
            "试验安置区3栋201",
            new Account("试验农商行", "6228480000000000000"),
            "440233000001");

    private Profiles() {}
}
